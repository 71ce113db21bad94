import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@tillkit/source', 'module', 'browser', 'development|production'] },
  // Found only on the way otherwise, which reloads the first page in the middle of its start.
  optimizeDeps: {
    include: [
      'react',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      '@tanstack/react-query',
      '@tillkit/core > zod/mini',
      '@tillkit/hooks > zustand/vanilla',
    ],
  },
  build: { assetsInlineLimit: 0 },
})
