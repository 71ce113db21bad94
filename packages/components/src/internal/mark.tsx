'use client'

import { useContext, type ReactElement } from 'react'
import { MethodMark, type MethodMarkProps } from '../method-mark/method-mark.tsx'
import { PickerContext } from '../picker-root/picker-context.ts'

/** The host's mark, or ours. Apart from `MethodMark`, which a host's mark may fall back to. */
export function Mark(mark: Pick<MethodMarkProps, 'of' | 'label' | 'image'>): ReactElement {
  const { renderMark } = useContext(PickerContext)
  return renderMark ? renderMark(mark) : <MethodMark {...mark} />
}
