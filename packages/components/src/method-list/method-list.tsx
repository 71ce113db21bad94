'use client'

import { useContext, type ReactElement } from 'react'
import { useFormReset } from '../internal/use-form-reset.ts'
import { PickerContext } from '../picker-root/picker-context.ts'
import { CompactList } from './compact-list.tsx'
import type { MethodListProps } from './method-list-props.ts'
import { MethodRows } from './method-rows.tsx'

/** The methods to choose from, in the picker's layout, or what stands in their place. */
export function MethodList(props: MethodListProps): ReactElement {
  const { layout } = useContext(PickerContext)
  useFormReset()
  return layout === 'compact' ? <CompactList {...props} /> : <MethodRows {...props} />
}
