import { createHash, createHmac, timingSafeEqual } from "node:crypto"
import type { Credentials } from "./credentials.ts"
import type { Request } from "./request.ts"

export interface Authentication {
  readonly accepted: boolean
  /** Only of an API that has requests signed. */
  readonly signatureValid?: boolean
}

type Authenticate = (request: Request, credentials: Credentials) => Authentication

const byApi: Readonly<Record<string, Authenticate>> = {
  "paywint-platform": (request, { paywintPlatform: { id, secret } }) => {
    const signatureValid = equal(request.headers["x-signature"], signature(request, secret))
    return { accepted: equal(request.headers["x-platform-id"], id) && signatureValid, signatureValid }
  },
  "paywint-developer": ({ headers }, { paywintDeveloper: { key, secret } }) => ({
    accepted: equal(headers["x-api-key"], key) && equal(headers["x-api-secret"], secret),
  }),
  paynow: ({ headers: { authorization } }, { payNow: { key } }) => ({
    accepted: equal(authorization?.replace(/^apikey +/i, "APIKey "), `APIKey ${key}`),
  }),
}

export const authenticate = (api: string, request: Request, credentials: Credentials): Authentication => {
  const authenticateFor = byApi[api]
  if (authenticateFor === undefined) throw new Error(`The emulator does not know how ${api} authenticates`)
  return authenticateFor(request, credentials)
}

/** The target is path and query as they were received: decoding either would change what was signed. */
const signature = ({ method, target, body }: Request, secret: string) =>
  createHmac("sha256", secret)
    .update(method + target + createHash("sha256").update(body).digest("hex"))
    .digest("hex")

const equal = (given: string | undefined, expected: string) => {
  const [left, right] = [Buffer.from(given ?? ""), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
