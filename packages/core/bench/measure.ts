/** A figure to hold: how long the subject may take, against the baseline in the same run. Ratios travel between machines. */
export interface Figure {
  readonly what: string
  readonly baseline: () => unknown
  readonly subject: () => unknown
  readonly atMost: number
}

export const tenTimes = <Value>(build: () => Value): readonly Value[] => Array.from({ length: 10 }, build)

/** Runs all of them, one after the other. */
export const inTurn =
  (runs: readonly (() => unknown)[]): (() => unknown) =>
  () => {
    for (const run of runs) run()
  }

/** How long a sample takes: long enough for the clock, and alike for both, so that other work on the machine meets both. */
const SAMPLE_MS = 20

/** Both in turns; the middle of many rounds, so that a pause in between costs none. */
export function measure({ baseline, subject }: Figure, rounds: number): number {
  const contestants = [baseline, subject].map((run) => ({ run, times: calibrate(run), took: [] as number[] }))
  for (let round = 0; round < rounds; round++)
    for (const { run, times, took } of contestants) took.push(time(run, times))
  const [baselineMs, subjectMs] = contestants.map(({ took }) => median(took))
  return (subjectMs ?? Number.NaN) / (baselineMs ?? Number.NaN)
}

/** How often it runs within a sample. Until this is known, the compiler has seen enough of it. */
function calibrate(run: () => unknown): number {
  let took = Infinity
  for (let round = 0; round < 100; round++) took = Math.min(took, time(run, 1))
  return Math.max(Math.round(SAMPLE_MS / took), 1)
}

/** Milliseconds for one of so many runs. */
function time(run: () => unknown, times: number): number {
  const startedAt = performance.now()
  for (let each = 0; each < times; each++) run()
  return (performance.now() - startedAt) / times
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
