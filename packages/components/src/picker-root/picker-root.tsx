'use client'

import { useId, useMemo, type ComponentProps, type ReactElement } from 'react'
import type { Appearance } from '../appearance/appearance.ts'
import { useVariables } from '../appearance/use-variables.ts'
import { join } from '../internal/join.ts'
import { PickerContext, type PickerOptions } from './picker-context.ts'

export interface PickerRootProps extends ComponentProps<'div'>, PickerOptions {
  readonly appearance?: Appearance | undefined
  /** Another element in the place of the `<div>`: it takes all of these props. */
  readonly render?: ((props: ComponentProps<'div'>) => ReactElement) | undefined
}

/** The element around the parts: it holds the tokens, the appearance, and what the rows inside have in common. */
export function PickerRoot(props: PickerRootProps): ReactElement {
  const { layout, grouping, only, priority, limit, extras, renderRow, renderMark, ...root } = props
  const bannerId = useId()
  const options = useMemo(
    () => ({ bannerId, layout, grouping, only, priority, limit, extras, renderRow, renderMark }),
    [bannerId, layout, grouping, only, priority, limit, extras, renderRow, renderMark],
  )
  return (
    <PickerContext value={options}>
      <Root {...root} />
    </PickerContext>
  )
}

function Root(props: Omit<PickerRootProps, keyof PickerOptions>): ReactElement {
  const { appearance, ref, ...rest } = props
  const { theme, density, colorScheme, variables } = appearance ?? {}
  return (
    <Rendered
      {...rest}
      ref={useVariables(variables, ref)}
      className={join('till-root', rest.className)}
      data-theme={theme}
      data-density={density}
      data-color-scheme={colorScheme}
    />
  )
}

const Rendered = ({
  render,
  ...props
}: Pick<PickerRootProps, 'render'> & ComponentProps<'div'>): ReactElement =>
  render ? render(props) : <div {...props} />
