import { describe, expect, it } from "vitest"
import { holdsSecret } from "./guard.ts"
import { redactResponse } from "./redact.ts"

const redacted = (body: unknown, kept: ReadonlyArray<string> = []): unknown =>
  JSON.parse(redactResponse({ body: JSON.stringify(body), headers: {}, status: 200 }, kept).body)

describe("redactResponse", () => {
  it("keeps what a rule names, and the shape of everything else", () => {
    const body = {
      at: "2026-06-01T12:00:00+02:00",
      id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
      list: [{ status: 7 }, { status: 8 }],
      mail: "jane@shop.com",
      nothing: null,
      number: "411486491630370816",
      ok: true,
      seconds: 12.25,
      status: 404,
      text: "anything",
      url: "https://pay.paywint.com/x?token=1",
    }
    expect(redacted(body, ["/status", "/list/*/status"])).toEqual({
      at: "2026-01-01T00:00:00Z",
      id: "00000000-0000-4000-8000-000000000002",
      list: [{ status: 7 }, { status: 8 }],
      mail: "redacted-3@redacted.example",
      nothing: null,
      number: "100000000000000004",
      ok: true,
      seconds: 5,
      status: 404,
      text: "redacted-6",
      url: "https://redacted.example/7",
    })
  })

  it("replaces the same by the same", () => {
    expect(redacted(["a secret", "another", "a secret"])).toEqual(["redacted-1", "redacted-2", "redacted-1"])
  })

  it("keeps nothing of a body that is not JSON", () => {
    for (const body of ["<html>CANARY</html>", '{"token":"CANARY', "CANARY"]) {
      expect(redactResponse({ body, headers: {}, status: 200 }, []).body).not.toContain("CANARY")
    }
  })

  it("leaves out headers that mean nothing to a program, and parameters of those that do", () => {
    const headers = { "content-type": "text/html; a=CANARY", "retry-after": "CANARY", "x-trace": "CANARY" }
    expect(redactResponse({ body: "", headers, status: 200 }, []).headers).toEqual({
      "content-type": "text/html",
      "retry-after": "Thu, 01 Jan 2026 00:00:00 GMT",
    })
  })
})

describe("holdsSecret", () => {
  const secret = "sk/live+key=ÄÖ-42"
  const bytes = new TextEncoder().encode(secret)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
  const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

  it.each([
    ["plain", secret],
    ["hex", hex],
    ["upper-case hex", hex.toUpperCase()],
    ["URL-encoded", encodeURIComponent(secret)],
    ["base64", base64(secret)],
    ["base64 behind one byte", base64(`x${secret}y`)],
    ["base64 behind two bytes", base64(`xx${secret}`)],
    ["base64url", base64(secret).replaceAll("+", "-").replaceAll("/", "_")],
    ["JSON", JSON.stringify({ secret })],
  ])("finds a secret in %s", (_, text) => {
    expect(holdsSecret(`before ${text} after`, ["other-secret", secret])).toBe(true)
  })

  it("finds nothing where there is nothing", () => {
    expect(holdsSecret("nothing to see, key=42", [secret, ""])).toBe(false)
  })
})
