import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Tracer from "effect/Tracer"
import { describe, expect, it } from "vitest"
import { defaultPolicy } from "../src/index.ts"
import { developmentCredentials } from "./emulator/credentials.ts"
import { byOperation, type Input, type Program } from "./programs.ts"

const policy = { ...defaultPolicy, firstDelay: 1, longestDelay: 1 }
const { paywintDeveloper, paywintPlatform, payNow } = developmentCredentials
const secrets = [...Object.values(paywintDeveloper), ...Object.values(payNow), paywintPlatform.secret]
const token = "canary-of-an-answer"

/** The spans of a call that meets these statuses. A refusal echoes all that was sent. */
const spansOf = async ({ call, data }: Program, input: Input, statuses: ReadonlyArray<number>) => {
  const spans: Array<Tracer.NativeSpan> = []
  const tracer = Tracer.make({
    span: (options) => {
      const span = new Tracer.NativeSpan(options)
      spans.push(span)
      return span
    },
  })
  const left = [...statuses]
  const fetch = async (...sent: Parameters<typeof globalThis.fetch>) => {
    const request = new Request(...sent)
    const status = left.shift() ?? 200
    const said = JSON.stringify([...request.headers]) + (await request.text())
    const values = {
      checkout_token: token,
      expires_at: "2026-01-01T00:00:00Z",
      id: "1",
      payment_id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
      payment_link: `https://pay.example/${token}`,
      token,
      url: `https://pay.example/${token}`,
    }
    const body =
      status === 200
        ? data === ""
          ? values
          : { data: values }
        : { code: said, detail: said, message: said, status }
    return Response.json(body, { status })
  }
  await Effect.runPromise(
    call(input, { baseUrl: "https://provider.example", fetch, policy }).pipe(
      Effect.provideService(Tracer.Tracer, tracer),
      Effect.result,
    ),
  )
  return spans
}

/** All that an exporter could send of a span. */
const shown = ({ attributes, events, links, name, status }: Tracer.NativeSpan) => {
  const failed = status._tag === "Ended" && status.exit._tag === "Failure" ? status.exit.cause : undefined
  const cause = failed === undefined ? "" : Cause.pretty(failed) + JSON.stringify(failed)
  return JSON.stringify([name, [...attributes], events, links]) + cause
}

describe.each(byOperation)("%s", (operation, program) => {
  const { input, provider, repeatable } = program

  it("makes one span for a call and one in it for each attempt", async () => {
    const retried = repeatable ? 503 : 429
    const [whole, ...attempts] = await spansOf(program, input, [retried, retried])
    expect(whole).toMatchObject({ name: operation, parent: { _tag: "None" } })
    expect(Object.fromEntries(whole?.attributes ?? [])).toMatchObject({ operation, provider })
    expect(attempts).toHaveLength(3)
    for (const [at, span] of attempts.entries()) {
      expect(span).toMatchObject({ kind: "client", name: `${operation} attempt` })
      expect(span.parent).toMatchObject({ value: { spanId: whole?.spanId } })
      const status = at === 2 ? 200 : retried
      expect(Object.fromEntries(span.attributes)).toEqual({
        attempt: at + 1,
        "http.response.status_code": status,
      })
      expect(span.status).toMatchObject({ _tag: "Ended", exit: { _tag: at === 2 ? "Success" : "Failure" } })
    }
  })

  it("makes one span and no attempt of an input that is not valid", async () => {
    const spans = await spansOf(program, { ...input, body: { canary: "canary" } }, [])
    expect(spans.map(({ name }) => name)).toEqual([operation])
  })

  it.each([[[200]], [[400]], [[401]], [[422]], [[503, 403]], [[429, 400]]])(
    "shows no secret when it meets %j",
    async (met) => {
      for (const span of await spansOf(program, input, met)) {
        for (const secret of secrets) expect(shown(span)).not.toContain(secret)
        const attributes = JSON.stringify([...span.attributes, span.events])
        expect(attributes).not.toContain(token)
        expect(attributes).not.toContain("amount")
        expect(attributes).not.toContain("customer_id")
      }
    },
  )
})
