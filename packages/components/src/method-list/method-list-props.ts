import type { PaymentMethod } from '@tillkit/core'
import type { ComponentProps, ReactElement } from 'react'

/** Props of `MethodList`, beside those of a `<fieldset>`. */
export interface MethodListProps extends Omit<ComponentProps<'fieldset'>, 'children'> {
  /** A method's row, with its key. @defaultValue `<MethodGroup key={method.id} method={method} />` */
  readonly children?: ((method: PaymentMethod) => ReactElement) | undefined
}
