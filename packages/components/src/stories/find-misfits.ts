/** Half a pixel of rounding is no overflow. */
const SLACK = 0.5

/** The texts of a page that are cut or stick out of what holds them, and whether it scrolls sideways. */
export function findMisfits(page: HTMLElement): readonly string[] {
  return [
    ...textsOf(page).flatMap((text) => (isCut(text, page) ? text.data : [])),
    ...[...page.querySelectorAll('input')].filter(hasCutPlaceholder).map(({ placeholder }) => placeholder),
    ...(page.scrollWidth > page.clientWidth
      ? [`${page.scrollWidth - page.clientWidth} px beside the page`]
      : []),
  ]
}

/** What is seen: not what only a screen reader gets. */
function textsOf(page: HTMLElement): readonly Text[] {
  const walker = page.ownerDocument.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && node.data.trim() && !isForReadersOnly(node.parentElement, page))
      texts.push(node)
  return texts
}

const isForReadersOnly = (element: Element | null, page: HTMLElement): boolean =>
  element !== null &&
  element !== page &&
  (getComputedStyle(element).clipPath !== 'none' || isForReadersOnly(element.parentElement, page))

function isCut(text: Text, page: HTMLElement): boolean {
  const range = page.ownerDocument.createRange()
  range.selectNodeContents(text)
  const boxes = [...range.getClientRects()]
  const holders: Element[] = []
  for (let holder = text.parentElement; holder; holder = holder === page ? null : holder.parentElement)
    if (holder === page || getComputedStyle(holder).overflow !== 'visible') holders.push(holder)
  return boxes.some((box) =>
    holders.some((holder) => {
      const { left, right, top, bottom } = holder.getBoundingClientRect()
      return (
        box.left < left - SLACK ||
        box.right > right + SLACK ||
        box.top < top - SLACK ||
        box.bottom > bottom + SLACK
      )
    }),
  )
}

/** A placeholder has no box of its own: the same field holds it as its value for a moment. */
function hasCutPlaceholder(field: HTMLInputElement): boolean {
  if (!field.placeholder) return false
  const shown = field.cloneNode() as HTMLInputElement
  shown.value = field.placeholder
  field.after(shown)
  const isCut = shown.scrollWidth > shown.clientWidth
  shown.remove()
  return isCut
}
