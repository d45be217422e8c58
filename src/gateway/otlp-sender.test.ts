import { expect, it } from "vitest"
import { type Notice, sender } from "./otlp-sender.ts"

const to = {
  headers: { "api-key": "s3cret" },
  timeout: 60_000,
  url: "https://collector.example/v1/traces?s3cret",
}
const other = { ...to, url: "https://other.example/v1/metrics" }

type Met = number | string | "reset"

const answer = (met: Met): Promise<Response> => {
  if (met === "reset") return Promise.reject(new TypeError("fetch failed: s3cret"))
  return Promise.resolve(
    typeof met === "number" ? new Response("s3cret", { status: met }) : new Response(met),
  )
}

/** What is said while posts of three items meet these answers, one after the other. */
const noticesOf = async (met: ReadonlyArray<Met>): Promise<ReadonlyArray<Notice>> => {
  const notices: Array<Notice> = []
  const left = [...met]
  const send = sender(
    () => answer(left.shift() ?? 200),
    (notice) => notices.push(notice),
  )
  while (left.length > 0) await send(to, {}, 3)
  return notices
}

const failing = (cause: string): Notice => ({ cause, host: "collector.example", telemetry: "failing" })
const recovered = (lost: number): Notice => ({ lost, telemetry: "recovered" })

it.each<readonly [ReadonlyArray<Met>, ReadonlyArray<Notice>]>([
  [[200, 202, 204].map((status) => (status === 204 ? "" : status)), []],
  [["{}", '{"partialSuccess":{}}', '{"partialSuccess":{"rejectedSpans":"0"}}', "no JSON", "null", "[]"], []],
  [Array<number>(12).fill(401), [failing("status 401")]],
  [
    [200, 401, 403, "reset", 500, 200, 200],
    [failing("status 401"), recovered(12)],
  ],
  [
    ["reset", 200, "reset", "reset", 200],
    [failing("no answer"), recovered(3), failing("no answer"), recovered(6)],
  ],
  [
    [302, 200],
    [failing("status 302"), recovered(3)],
  ],
  [
    ['{"partialSuccess":{"rejectedSpans":"2","errorMessage":"s3cret"}}', 200],
    [failing("rejected in part"), recovered(2)],
  ],
  [
    ['{"partialSuccess":{"rejectedSpans":"Infinity"}}', 200],
    [failing("rejected in part"), recovered(3)],
  ],
  [
    ['{"partialSuccess":{"rejectedDataPoints":1}}', 200],
    [failing("rejected in part"), recovered(1)],
  ],
])(
  "of posts that meet %j it says once that they fail and once that they work again",
  async (met, notices) => {
    expect(await noticesOf(met)).toEqual(notices)
  },
)

it("says of several destinations once that one fails, and that all work again", async () => {
  const notices: Array<Notice> = []
  let status = 503
  const send = sender(
    () => answer(status),
    (notice) => notices.push(notice),
  )
  await Promise.all([send(to, {}, 3), send(other, {}, 4)])
  status = 200
  await send(other, {}, 1)
  expect(notices).toEqual([failing("status 503")])
  await send(to, {}, 1)
  expect(notices).toEqual([failing("status 503"), recovered(7)])
})

it("takes no post that was begun before the last failure for a recovery", async () => {
  const notices: Array<Notice> = []
  const held: Array<(response: Response) => void> = []
  const send = sender(
    () => new Promise((resolve) => held.push(resolve)),
    (notice) => notices.push(notice),
  )
  const [slow, failed] = [send(to, {}, 1), send(to, {}, 1)]
  held[1]?.(new Response(null, { status: 500 }))
  await failed
  held[0]?.(new Response())
  await slow
  expect(notices).toEqual([failing("status 500")])
})

it.each([200, 500])(
  "reads no more than a megabyte of an answer without an end, status %i",
  async (status) => {
    let read = 0
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => {
        read += 64 * 1024
        controller.enqueue(new Uint8Array(64 * 1024))
      },
    })
    const notices: Array<Notice> = []
    const send = sender(
      () => Promise.resolve(new Response(endless, { status })),
      (notice) => notices.push(notice),
    )
    await send(to, {}, 3)
    expect(read).toBeLessThan(2 * 1024 * 1024)
    expect(notices).toEqual([failing(status === 200 ? "no answer" : "status 500")])
  },
)

it("follows no redirect, and sends its headers with JSON", async () => {
  const sent: Array<readonly [unknown, RequestInit | undefined]> = []
  const send = sender(
    (input, init) => {
      sent.push([input, init])
      return answer(200)
    },
    () => undefined,
  )
  await send(to, { spans: [] }, 0)
  expect(sent).toMatchObject([
    [
      to.url,
      {
        body: '{"spans":[]}',
        headers: { "api-key": "s3cret", "content-type": "application/json" },
        method: "POST",
        redirect: "manual",
      },
    ],
  ])
})
