import type { Fields } from "./entry.ts"

export type Attributes = Readonly<Record<string, string | number>>

/** Upper bounds of a call's buckets, in milliseconds. The last is the longest deadline. */
const callBounds = [10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 15_000]

/** Upper bounds of a request's buckets, in seconds, as OpenTelemetry's conventions advise. */
const requestBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

/** A metric of OTLP. */
interface Metric {
  readonly name: string
  readonly unit: string
  readonly histogram?: Aggregation
  readonly sum?: Aggregation & { readonly isMonotonic: boolean }
}

interface Aggregation {
  readonly aggregationTemporality: number
  readonly dataPoints: ReadonlyArray<object>
}

// opentelemetry-proto, AggregationTemporality: what is sent is what came since the last time.
const delta = 1

/**
 * Records the number and duration of calls by operation, reason of failure and outcome, and the duration of requests by
 * the attributes given with each. Every combination of values makes a time series, so attributes need to have few values.
 */
export const meter = () => {
  const calls = histogram(callBounds)
  const requests = histogram(requestBounds)
  let since = Date.now()
  return {
    /** What was counted since the last time, as OTLP metrics. */
    collect: (): ReadonlyArray<Metric> => {
      const times = { startTimeUnixNano: nanos(since), timeUnixNano: nanos(Date.now()) }
      since = Date.now()
      const [called, requested] = [calls.take(), requests.take()]
      const dataPoints = called.map(({ attributes, count }) => ({
        ...times,
        attributes,
        asInt: String(count),
      }))
      const sum = { aggregationTemporality: delta, dataPoints, isMonotonic: true }
      return [
        ...(called.length === 0 ? [] : [{ name: "edge_checkout.calls", sum, unit: "1" }]),
        ...distribution("edge_checkout.call.duration", "ms", callBounds, called, times),
        ...distribution("http.server.request.duration", "s", requestBounds, requested, times),
      ]
    },
    measure: (
      { operation, outcome = "unknown", reason = "none" }: Fields,
      milliseconds: number,
      request: Attributes,
    ): void => {
      requests.record(request, milliseconds / 1_000)
      if (operation !== undefined) calls.record({ operation, outcome, reason }, milliseconds)
    },
  }
}

const nanos = (milliseconds: number) => `${milliseconds}000000`

interface Series {
  readonly attributes: ReadonlyArray<ReturnType<typeof attribute>>
  readonly buckets: Array<number>
  count: number
  sum: number
}

const distribution = (
  name: string,
  unit: string,
  explicitBounds: ReadonlyArray<number>,
  series: ReadonlyArray<Series>,
  times: { readonly startTimeUnixNano: string; readonly timeUnixNano: string },
): ReadonlyArray<Metric> => {
  const dataPoints = series.map(({ attributes, buckets, count, sum }) => ({
    ...times,
    attributes,
    bucketCounts: buckets.map(String),
    count: String(count),
    explicitBounds,
    sum,
  }))
  return dataPoints.length === 0
    ? []
    : [{ histogram: { aggregationTemporality: delta, dataPoints }, name, unit }]
}

const histogram = (bounds: ReadonlyArray<number>) => {
  let series = new Map<string, Series>()
  return {
    record: (labels: Attributes, value: number): void => {
      const key = JSON.stringify(labels)
      const known = series.get(key) ?? {
        attributes: Object.entries(labels).map(([key, value]) => attribute(key, value)),
        buckets: Array<number>(bounds.length + 1).fill(0),
        count: 0,
        sum: 0,
      }
      series.set(key, known)
      known.count++
      known.sum += value
      const bucket = bounds.findIndex((bound) => value <= bound)
      const at = bucket === -1 ? bounds.length : bucket
      known.buckets[at] = (known.buckets[at] ?? 0) + 1
    },
    /** The values that were recorded since the last time. */
    take: (): ReadonlyArray<Series> => {
      const taken = [...series.values()]
      series = new Map()
      return taken
    },
  }
}

/** An attribute of OTLP. */
export const attribute = (key: string, value: unknown) => ({
  key,
  value: typeof value === "number" ? { intValue: String(value) } : { stringValue: String(value) },
})
