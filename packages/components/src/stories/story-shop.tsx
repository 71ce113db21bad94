import type { ReactElement } from 'react'
import { ShopPicker, type ShopPickerProps } from './shop-picker.tsx'
import './story-shop.css'

export interface PickerStoryProps extends ShopPickerProps {
  /** @defaultValue 'light' */
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined
  /** The width of the page around it, in pixels. @defaultValue as wide as there is, up to 560 */
  readonly width?: 900 | 320 | 280
  /** @defaultValue 'ltr' */
  readonly direction?: 'ltr' | 'rtl' | undefined
  /** A colour of the shop's own. */
  readonly accent?: 'host'
}

/** The picker on a plain page of a shop. */
export function PickerStory(props: PickerStoryProps): ReactElement {
  const { scheme = 'light', width, direction, accent, ...shop } = props
  return (
    <main className="story-page" data-scheme={scheme} data-width={width} data-accent={accent} dir={direction}>
      {/* What happens to a shop belongs to it from its start. */}
      <ShopPicker key={shop.scenario} {...shop} />
    </main>
  )
}
