import { canaryCredentials, written } from "../canary.ts"
import type { Fault } from "../emulator/fault.ts"
import type { Route } from "../routes.ts"

const credentialsOf = {
  "paywint-developer": Object.values(canaryCredentials.paywintDeveloper),
  "paywint-platform": [canaryCredentials.paywintPlatform.secret],
  paynow: [canaryCredentials.payNow.key],
}

/** What an API knows of who asks it, in every form. Only one gets signatures. */
const echoOf = (api: Route["api"], signatures: Iterable<string>): string =>
  [...credentialsOf[api], ...(api === "paywint-platform" ? signatures : [])].flatMap(written).join(" ")

const refusing = (status: number, echo: string): Fault => {
  const detail = status === 422 ? [{ loc: ["body", echo], msg: echo, type: echo }] : echo
  const errors = [{ code: echo, message: echo, path: echo, validation: echo }]
  const body = { code: echo, detail, errors, message: echo, status, trace_id: echo }
  return { body, kind: "status", retryAfter: "60", status }
}

/** What an API does at an emulator that quotes all that it knows, and the status that a gateway makes of it. */
export const quotingFaults = (
  { api, provider }: Route,
  signatures: Iterable<string>,
): Readonly<Record<string, readonly [number, Fault]>> => {
  const echo = echoOf(api, signatures)
  return {
    "has headers": [201, { headers: { "set-cookie": echo, "www-authenticate": echo }, kind: "headers" }],
    "is unavailable": [502, refusing(503, echo)],
    refuses: [422, refusing(422, echo)],
    "refuses the credentials": [502, refusing(401, echo)],
    // PayNow has nothing to decline with.
    ...(provider === "PayNow" ? {} : { declines: [502, { kind: "unsuccessful", message: echo }] }),
  }
}

/** A provider's words with an echo in each of them. */
const echoed = (said: unknown, echo: string): unknown => {
  if (typeof said === "string") return `${said} ${echo}`
  if (Array.isArray(said)) return said.map((item) => echoed(item, echo))
  if (typeof said !== "object" || said === null) return said
  return Object.fromEntries([
    ...Object.entries(said).map(([key, value]) => [key, echoed(value, echo)]),
    [echo, echo],
  ])
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A provider that fails as it does and says in headers and body all that it knows of who asks. */
export const indiscreet = (route: Route) => {
  const signatures = new Set<string>()
  const provider = async (...asked: Parameters<typeof fetch>): Promise<Response> => {
    const request = new Request(...asked)
    const sent = await request.clone().text()
    const signature = request.headers.get("x-signature")
    const signed = signature === null ? [] : [signature]
    const bytes = signed.map((own) => Buffer.from(own, "hex").toString("base64"))
    for (const form of [...signed, ...bytes]) signatures.add(form)
    const echo = [sent, echoOf(route.api, signed), ...bytes].join(" ")

    const response = await fetch(request)
    const text = await response.text()
    const body = parsed(text)
    const headers = new Headers(response.headers)
    headers.append("content-type", `${response.headers.get("content-type")}; note="${echo}"`)
    for (const name of ["deprecation", "location", "set-cookie", "www-authenticate", "x-request-id"]) {
      headers.set(name, echo)
    }
    // A success with an echo in what it promises would be taken, and be the provider's word.
    const grown = response.ok ? { ...Object(body), [echo]: echo, message: echo } : echoed(body, echo)
    const said = typeof body === "object" && body !== null ? JSON.stringify(grown) : text + echo
    const init = { headers, status: response.status, statusText: "canary" }
    return new Response(response.body === null ? null : said, init)
  }
  return { provider, signatures }
}
