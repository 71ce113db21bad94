import { emptyCircuit, type AvailabilityFacts } from '../../../packages/core/src/index.ts'

/** A channel about which there is nothing to say: it works, and imoje's word on it is always fresh. */
export const quietFacts: AvailabilityFacts = {
  channel: {
    id: 'pbl/mtransfer',
    method: 'pbl',
    code: 'mtransfer',
    label: 'mBank',
    isActive: true,
    isOnline: true,
    limits: {},
  },
  methodOnline: true,
  asOf: Infinity,
  amount: 12_999,
  circuit: emptyCircuit.state,
  gateway: emptyCircuit.state,
  misconfigured: false,
  deviceSupported: true,
}
