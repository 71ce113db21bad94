'use client'

import { useId, useMemo, useRef, type ComponentProps, type ReactElement, type RefObject } from 'react'
import type { Appearance } from '../appearance/appearance.ts'
import { useVariables } from '../appearance/use-variables.ts'
import { join } from '../internal/join.ts'
import { PickerContext, type PickerOptions } from './picker-context.ts'

/** Props of {@link PickerRoot}: what holds for all rows, beside the props of a `<div>`. */
export interface PickerRootProps extends ComponentProps<'div'>, PickerOptions {
  /** How the picker looks. @defaultValue the preset `calm`, and what the host's CSS says */
  readonly appearance?: Appearance | undefined
  /** Another element in the place of the `<div>`: it takes all of these props. */
  readonly render?: ((props: ComponentProps<'div'>) => ReactElement) | undefined
}

/** The element around the parts: it holds the tokens, the appearance, and what the rows inside have in common. */
export function PickerRoot(props: PickerRootProps): ReactElement {
  const { layout, grouping, only, priority, limit, required, form, extras, renderRow, renderMark, ...rest } =
    props
  const root = useRef<HTMLDivElement>(null)
  const bannerId = useId()
  const options = useMemo(
    () => ({
      root,
      bannerId,
      layout,
      grouping,
      only,
      priority,
      limit,
      required,
      form,
      extras,
      renderRow,
      renderMark,
    }),
    [bannerId, layout, grouping, only, priority, limit, required, form, extras, renderRow, renderMark],
  )
  return (
    <PickerContext value={options}>
      <Root {...rest} root={root} />
    </PickerContext>
  )
}

interface RootProps extends Omit<PickerRootProps, keyof PickerOptions> {
  readonly root: RefObject<HTMLDivElement | null>
}

function Root(props: RootProps): ReactElement {
  const { appearance, ref, root, ...rest } = props
  const { theme, density, colorScheme, variables } = appearance ?? {}
  return (
    <Rendered
      {...rest}
      ref={useVariables(variables, ref, root)}
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
