import type { AvailabilityFacts } from '../src/availability/availability.ts'
import { emptyCircuit, reduceCircuit, reduceGatewayCircuit } from '../src/availability/circuit.ts'
import type { ChannelCircuit, GatewayCircuit } from '../src/availability/circuit.ts'
import { defaultPolicy, type Policy } from '../src/availability/policy.ts'
import type { ChannelReport, GatewayReport } from '../src/availability/report.ts'
import type { PaymentChannel } from '../src/domain/catalogue.ts'

/** Two in the afternoon; every named example starts there. */
export const start: number = Date.UTC(2026, 10, 22, 14, 0)
export const seconds = (count: number): number => count * 1_000
export const minutes = (count: number): number => count * 60_000

export const mBank: PaymentChannel = {
  id: 'pbl/mtransfer',
  method: 'pbl',
  code: 'mtransfer',
  label: 'mBank',
  isActive: true,
  isOnline: true,
  limits: {},
}

/** A channel nothing speaks against, listed at `start`, for an order of 100.00. */
export function buildFacts(own: Partial<AvailabilityFacts> = {}): AvailabilityFacts {
  return {
    channel: mBank,
    methodOnline: true,
    asOf: start,
    amount: 10_000,
    circuit: { state: 'closed' },
    gateway: { state: 'closed' },
    misconfigured: false,
    deviceSupported: true,
    ...own,
  }
}

type Sketch<Report extends { readonly at: number }> = Partial<Report> & Pick<Report, 'at'>

/** A report known at `at`, sent a second before unless told otherwise. */
export function buildReport(
  outcome: ChannelReport['outcome'],
  { at, sentAt = at - seconds(1), ...rest }: Sketch<ChannelReport>,
): ChannelReport {
  return { id: `${outcome}@${at}`, channel: mBank.id, outcome, sentAt, at, ...rest }
}

export function buildGatewayReport(
  outcome: GatewayReport['outcome'],
  { at, sentAt = at - seconds(1), ...rest }: Sketch<GatewayReport>,
): GatewayReport {
  return { id: `${outcome}@${at}`, outcome, sentAt, at, ...rest }
}

export const foldReports = (
  reports: readonly ChannelReport[],
  policy: Policy = defaultPolicy,
): ChannelCircuit =>
  reports.reduce<ChannelCircuit>((circuit, report) => reduceCircuit(circuit, report, policy), emptyCircuit)

export const foldGatewayReports = (
  reports: readonly GatewayReport[],
  policy: Policy = defaultPolicy,
): GatewayCircuit =>
  reports.reduce<GatewayCircuit>(
    (circuit, report) => reduceGatewayCircuit(circuit, report, policy),
    emptyCircuit,
  )
