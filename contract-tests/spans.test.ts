import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Tracer from "effect/Tracer"
import { describe, expect, it } from "vitest"
import { operations } from "../specs/tools/operations.ts"
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
    if (status === 0) throw new TypeError("fetch failed")
    if (status === 204) return new Response(null, { status })
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

const attributesOf = (span: Tracer.NativeSpan | undefined) => Object.fromEntries(span?.attributes ?? [])

/** All that an exporter could send of a span. */
const shown = ({ attributes, events, links, name, status }: Tracer.NativeSpan) => {
  const failed = status._tag === "Ended" && status.exit._tag === "Failure" ? status.exit.cause : undefined
  const cause = failed === undefined ? "" : Cause.pretty(failed) + JSON.stringify(failed)
  return JSON.stringify([name, [...attributes], events, links]) + cause
}

describe.each(byOperation)("%s", (operation, program) => {
  const { input, provider, repeatable } = program
  const { path: template } = operations().find((row) => row.operation === operation) ?? expect.fail()

  it("makes one span for a call and one in it for each attempt, by OpenTelemetry's conventions", async () => {
    const retried = repeatable ? 503 : 429
    const [whole, ...attempts] = await spansOf(program, input, [retried, retried])
    expect(whole).toMatchObject({ kind: "internal", name: operation, parent: { _tag: "None" } })
    expect(attributesOf(whole)).toEqual({
      "edge_checkout.attempts": 3,
      "edge_checkout.operation": operation,
      "edge_checkout.outcome": "applied",
      "edge_checkout.provider": provider,
    })
    expect(attempts).toHaveLength(3)
    for (const [at, span] of attempts.entries()) {
      expect(span).toMatchObject({ kind: "client", name: `POST ${template}` })
      expect(span.parent).toMatchObject({ value: { spanId: whole?.spanId } })
      const status = at === 2 ? 200 : retried
      expect(attributesOf(span)).toEqual({
        ...(at < 2 && { "error.type": String(retried) }),
        "http.request.method": "POST",
        ...(at > 0 && { "http.request.resend_count": at }),
        "http.response.status_code": status,
        "server.address": "provider.example",
        "server.port": 443,
        "url.full": `https://provider.example${template.replace(/\{\w+\}/, input.param ?? "")}`,
        "url.template": template,
      })
      expect(span.status).toMatchObject({ _tag: "Ended", exit: { _tag: at === 2 ? "Success" : "Failure" } })
    }
  })

  it.each<readonly [number, string, string, string]>([
    [400, "Rejected", "not-applied", "400"],
    [401, "Unauthorized", "not-applied", "401"],
    [302, "ContractViolation", "unknown", "ContractViolation"],
    [204, "ContractViolation", "unknown", "ContractViolation"],
    ...(repeatable ? [] : [[500, "Unavailable", "unknown", "500"] as const]),
  ])(
    "says why a call failed that met %i, and what it may have done",
    async (status, reason, outcome, type) => {
      const [whole, attempt] = await spansOf(program, input, [status])
      expect(attributesOf(whole)).toMatchObject({
        "edge_checkout.attempts": 1,
        "edge_checkout.outcome": outcome,
        "edge_checkout.reason": reason,
        "error.type": reason,
      })
      expect(attributesOf(attempt)).toMatchObject({ "error.type": type, "http.response.status_code": status })
    },
  )

  it("says that a call was not answered", async () => {
    const [whole, attempt] = await spansOf(program, input, [0, 0, 0, 0])
    expect(attributesOf(whole)).toMatchObject({
      "edge_checkout.outcome": "unknown",
      "edge_checkout.reason": "Unreachable",
      "error.type": "Unreachable",
    })
    expect(attributesOf(attempt)).toMatchObject({
      "error.type": "Unreachable",
      "server.address": "provider.example",
    })
    expect(attributesOf(attempt)).not.toHaveProperty("http.response.status_code")
  })

  it("makes one span and no attempt of an input that is not valid", async () => {
    const spans = await spansOf(program, { ...input, body: { canary: "canary" } }, [])
    expect(spans.map(({ name }) => name)).toEqual([operation])
    expect(attributesOf(spans[0])).toEqual({
      "edge_checkout.attempts": 0,
      "edge_checkout.operation": operation,
      "edge_checkout.outcome": "not-applied",
      "edge_checkout.provider": provider,
      "edge_checkout.reason": "InvalidRequest",
      "error.type": "InvalidRequest",
    })
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
