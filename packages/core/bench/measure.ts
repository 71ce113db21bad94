/** A figure to hold: how long the subject may take, against the baseline in the same run. Ratios travel between machines. */
export interface Figure {
  readonly what: string
  readonly atMost: number
  /** Makes both anew, with all that they work on. */
  build(): { readonly baseline: () => unknown; readonly subject: () => unknown }
}

/** How often both are made anew: how things come to lie in memory is luck. */
const BUILDS = 5

/** How long a sample takes: long enough for the clock, and alike for both, so that other work on the machine meets both. */
const SAMPLE_MS = 5

/** The ratio in the middle of all builds. */
export const measure = ({ build }: Figure, rounds: number): number =>
  median(
    Array.from({ length: BUILDS }, () => {
      const { baseline, subject } = build()
      return compare(baseline, subject, rounds)
    }),
  )

/** Both in turns; the middle of many rounds, so that a pause in between costs none. */
function compare(baseline: () => unknown, subject: () => unknown, rounds: number): number {
  const [baselineTimes, subjectTimes] = [calibrate(baseline), calibrate(subject)]
  const baselineMs: number[] = []
  const subjectMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    baselineMs.push(time(baseline, baselineTimes))
    subjectMs.push(time(subject, subjectTimes))
  }
  return median(subjectMs) / median(baselineMs)
}

/** How often it runs within a sample. Until this is known, the compiler has seen enough of it. */
function calibrate(run: () => unknown): number {
  let fastest = Infinity
  for (let round = 0; round < 30; round++) fastest = Math.min(fastest, time(run, 1))
  return Math.max(Math.round(SAMPLE_MS / fastest), 1)
}

/** Milliseconds for one of so many runs. */
function time(run: () => unknown, times: number): number {
  const startedAt = performance.now()
  for (let each = 0; each < times; each++) run()
  return (performance.now() - startedAt) / times
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
