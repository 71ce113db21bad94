import type { ReactElement } from 'react'
import type { Appearance } from '../appearance/appearance.ts'
import type { Layout } from '../picker-root/picker-context.ts'
import './all-states.css'
import type { StoryShopOptions } from './create-story-shop.ts'
import { ShopPicker } from './shop-picker.tsx'
import { stateNames, states, type StateName } from './states.ts'
import './story-shop.css'

export interface AllStatesProps {
  /** @defaultValue 'light' */
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined
  /** @defaultValue 'ltr' */
  readonly direction?: 'ltr' | 'rtl' | undefined
  /** @defaultValue 'en' */
  readonly locale?: string | undefined
  readonly appearance?: Appearance | undefined
  readonly layout?: Layout | undefined
  /** @defaultValue as in every story */
  readonly marks?: StoryShopOptions['marks'] | undefined
  /** @defaultValue all */
  readonly only?: readonly StateName[] | undefined
}

/**
 * All states beside each other, each a picker with a shop of its own that gets there by itself. What it is given may change at
 * any time; the states stay as they are.
 */
export function AllStates(props: AllStatesProps): ReactElement {
  const { scheme = 'light', direction = 'ltr', only = stateNames, ...shown } = props
  return (
    <main className="story-page" data-scheme={scheme} dir={direction}>
      <div className="story-states">
        {only.map((name) => (
          <State key={name} {...shown} name={name} />
        ))}
      </div>
    </main>
  )
}

type StateProps = Omit<AllStatesProps, 'scheme' | 'direction' | 'only'> & { readonly name: StateName }

function State({ name, locale, appearance, layout, marks }: StateProps): ReactElement {
  const { says, shop, picker, steps = [], reads } = states[name]
  return (
    <section className="story-state" data-state={name} aria-labelledby={`state-${name}`}>
      {/* What is said of a state is English and runs from left to right, whatever the picker does. */}
      <h2 id={`state-${name}`} lang="en" dir="ltr">
        {name.replaceAll('-', ' ')}
      </h2>
      <p lang="en" dir="ltr">
        {says}
      </p>
      <ShopPicker
        {...shop}
        {...(marks && { marks })}
        locale={locale}
        steps={steps}
        reads={reads}
        picker={{ ...picker, ...(appearance && { appearance }), ...(layout && { layout }) }}
      />
    </section>
  )
}
