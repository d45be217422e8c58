import { randomUUID } from "node:crypto"

const user = "3c90c3cc-0d44-4b50-8888-8dd25736052a"
const flake = "411486491630370816"

/** The keys of a Worker that was started for developing. */
interface Keys {
  readonly callerKey: string
  readonly pageKey: string
}

/** What someone who started the Worker at `url` wants to know: mostly lines that can be pasted as they are. */
export const welcome = (url: string, emulator: string, { callerKey, pageKey }: Keys) => {
  const create = (path: string, body: unknown, ...more: ReadonlyArray<string>) => {
    const headers = [`Authorization: Bearer ${callerKey}`, "Content-Type: application/json", ...more]
    const flags = headers.map((header) => `-H '${header}'`).join(" ")
    return `curl -i ${url}/v1${path} ${flags} -d '${JSON.stringify(body)}'`
  }
  const onlyOnce = () => `Idempotency-Key: "${randomUUID()}"`
  const fault = { operation: "PaywintPlatform.createCheckoutToken", fault: { kind: "status", status: 503 } }

  return `
The Worker runs at    ${url}
The emulator runs at  ${emulator}
The emulator stands in for Paywint and PayNow. It is for developing only and moves no money.

Caller key, valid until this ends:
  ${callerKey}

Create a checkout token, as a Paywint platform:
  ${create("/paywint/platform/checkout-tokens", { user_id: user, amount: 42.5 })}
Create a checkout token, as a Paywint developer:
  ${create("/paywint/developer/checkout-tokens", { email: "jane@example.com", amount: 42.5 })}
Create a payment link, as a Paywint platform:
  ${create(`/paywint/platform/users/${user}/payment-links`, { amount: 42.5 }, onlyOnce())}
Create a checkout session, at PayNow:
  ${create(
    `/paynow/stores/${flake}/checkouts`,
    { customer_id: flake, lines: [{ product_id: flake, quantity: 1 }] },
    onlyOnce(),
  )}

Read what the Worker takes and answers:
  ${url}/docs
Make the first of these fail, until it is mended:
  curl ${emulator}/__emulator/faults -d '${JSON.stringify(fault)}'
Mend it:
  curl -X DELETE ${emulator}/__emulator/faults
See what the emulator received, and what else it can do:
  curl ${emulator}/__emulator/received
  curl ${emulator}/__emulator
Start a contract run:
  curl -X POST ${url}/v1/contracts/runs -H 'Authorization: Bearer ${callerKey}'
Read in a browser how it went:
  ${url}/contracts
The page asks once for its key, valid until this ends:
  ${pageKey}

Ctrl-C ends all of it. The Worker's log follows.
`
}
