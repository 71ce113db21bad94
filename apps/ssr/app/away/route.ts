/** Another page, such as a bank's: leaving for it and coming Back are the browser's own doing, not Next.js's. */
export const GET = (): Response =>
  new Response('<!doctype html><title>Away</title><h1>Away</h1>', {
    headers: { 'content-type': 'text/html' },
  })
