import type { Fields } from "./entry.ts"

/** Upper bounds of the histogram's buckets, in milliseconds. The last is the longest deadline. */
const bounds = [10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 15_000]

interface Series {
  readonly attributes: ReadonlyArray<{
    readonly key: string
    readonly value: { readonly stringValue: string }
  }>
  count: number
  sum: number
  readonly buckets: Array<number>
}

// opentelemetry-proto, AggregationTemporality: what is sent is what came since the last time.
const delta = 1

/** Counts calls and how long they took: by operation, by the reason why one failed, if it did, and by outcome. */
export const meter = () => {
  let series = new Map<string, Series>()
  let since = Date.now()
  return {
    /** What was counted since the last time, as OTLP metrics. */
    collect: () => {
      const [counted, startTimeUnixNano, timeUnixNano] = [
        [...series.values()],
        nanos(since),
        nanos(Date.now()),
      ]
      series = new Map()
      since = Date.now()
      if (counted.length === 0) return []
      const times = { startTimeUnixNano, timeUnixNano }
      const calls = counted.map(({ attributes, count }) => ({ ...times, asInt: String(count), attributes }))
      const durations = counted.map(({ attributes, buckets, count, sum }) => ({
        ...times,
        attributes,
        bucketCounts: buckets.map(String),
        count: String(count),
        explicitBounds: bounds,
        sum,
      }))
      return [
        {
          name: "edge_checkout.calls",
          sum: { aggregationTemporality: delta, dataPoints: calls, isMonotonic: true },
          unit: "1",
        },
        {
          histogram: { aggregationTemporality: delta, dataPoints: durations },
          name: "edge_checkout.call.duration",
          unit: "ms",
        },
      ]
    },
    measure: ({ operation, outcome = "unknown", reason = "none" }: Fields, milliseconds: number): void => {
      if (operation === undefined) return
      const key = `${operation} ${reason} ${outcome}`
      const known = series.get(key) ?? begun({ operation, outcome, reason })
      series.set(key, known)
      known.count++
      known.sum += milliseconds
      const bucket = bounds.findIndex((bound) => milliseconds <= bound)
      const at = bucket === -1 ? bounds.length : bucket
      known.buckets[at] = (known.buckets[at] ?? 0) + 1
    },
  }
}

const nanos = (milliseconds: number) => `${milliseconds}000000`

const begun = (labels: Readonly<Record<string, string>>): Series => ({
  attributes: Object.entries(labels).map(([key, stringValue]) => ({ key, value: { stringValue } })),
  buckets: Array<number>(bounds.length + 1).fill(0),
  count: 0,
  sum: 0,
})
