import { createShop } from '../../../../lib/shop.ts'

let shop: ReturnType<typeof createShop> | undefined

const handle = (request: Request): Promise<Response> => {
  shop ??= createShop(new URL(request.url).origin)
  return shop(request)
}

export const dynamic = 'force-dynamic'
export { handle as GET, handle as POST }
