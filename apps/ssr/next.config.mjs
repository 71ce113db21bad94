import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  // The workspace's root, where the packages' links lead; otherwise Next looks for a lockfile and says so.
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  devIndicators: false,
}
