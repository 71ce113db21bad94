const pseudoClasses = { hover: ':hover', pressed: ':active', focus: ':focus-visible' } as const

export type ShownClass = keyof typeof pseudoClasses

/**
 * Makes an element look as it does under the pointer, pressed or focused by keyboard, on a page where nobody does any of it. The
 * style sheets' own rules draw it: their selectors are widened, with the same specificity, to what is marked here.
 */
export function showPseudoClass(element: Element, as: ShownClass): void {
  for (const sheet of document.styleSheets) widen(sheet.cssRules)
  // What is pressed is under the pointer as well.
  element.setAttribute('data-shown', as === 'pressed' ? 'hover pressed' : as)
}

function widen(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule && !rule.selectorText.includes('data-shown')) {
      const widened = Object.entries(pseudoClasses).reduce(
        (selector, [name, pseudo]) => selector.replaceAll(pseudo, `:is(${pseudo}, [data-shown~='${name}'])`),
        rule.selectorText,
      )
      if (widened !== rule.selectorText) rule.selectorText = widened
    }
    if ('cssRules' in rule && rule.cssRules instanceof CSSRuleList) widen(rule.cssRules)
  }
}
