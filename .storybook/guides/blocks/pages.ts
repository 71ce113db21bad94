/** Where a file of the repository is shown: the id of a page here, by the file's path. */
export const pages: Readonly<Record<string, string>> = {
  'packages/core/README.md': 'packages-core-read-me--docs',
  'packages/hooks/README.md': 'packages-hooks-read-me--docs',
  'packages/components/README.md': 'packages-components-read-me--docs',
  'packages/server/README.md': 'packages-server-read-me--docs',
  'packages/mock-api/README.md': 'packages-mock-api-read-me--docs',
  'packages/server/docs/going-live-with-imoje.md': 'guides-going-live-with-imoje--docs',
  'packages/server/docs/your-backend-isnt-node.md': 'guides-your-backend-isn-t-node--docs',
  'README.md': 'guides-start-in-five-minutes--docs',
}
