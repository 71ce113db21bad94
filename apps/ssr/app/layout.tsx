import type { ReactElement, ReactNode } from 'react'
import '@tillkit/components/styles.css'

export const metadata = { title: 'Checkout', icons: { icon: 'data:,' } }

export default function Layout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <html lang="pl">
      <body>{children}</body>
    </html>
  )
}
