import { openShop } from '../../../../lib/shop.ts'

const handle = (request: Request): Promise<Response> =>
  openShop(new URL(request.url).origin).door.handle(request)

export const dynamic = 'force-dynamic'
export { handle as GET, handle as POST }
