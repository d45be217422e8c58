/** The package's types in use, and what they refuse: several compilers check it as a user's; nothing runs it. */
import {
  defaultPolicy,
  layerPaywintDeveloper,
  type Outcome,
  PayNow,
  PaywintDeveloper,
  PaywintPlatform,
} from "edge-checkout"
import type { Options, Policy, ProviderError } from "edge-checkout"
import * as contract from "edge-checkout/contract"
import * as edge from "edge-checkout/gateway"
import type * as paynow from "edge-checkout/paynow"
import type * as paywint from "edge-checkout/paywint"
import serve from "edge-checkout/serve"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import { Hono } from "hono"

declare const id: string
const secret = Redacted.make("a-secret")

// --- Programs ---

const policy: Policy = { ...defaultPolicy, attempts: 2 }
const options: Options = {
  baseUrl: "https://example.com",
  fetch: (input, init) => fetch(input, init),
  policy,
}

export const live = Layer.mergeAll(
  PaywintPlatform.layer({ ...options, platformId: id, secret }),
  layerPaywintDeveloper,
  PayNow.layer({ apiKey: secret }),
)

const link = PaywintPlatform.use((platform) => platform.createPaymentLink(id, { amount: 150.75 }))
const token = PaywintDeveloper.use((developer) =>
  developer.createCheckoutToken({ amount: 1, email: "jane@example.com" }),
)
const session = PayNow.use((payNow) =>
  payNow.createCheckoutSession(id, { customer_id: id, lines: [{ product_id: id, quantity: 1 }] }),
)

export const linkUrl: Effect.Effect<string, ProviderError | "refused", PaywintPlatform> = link.pipe(
  Effect.map(({ payment_link }) => payment_link),
  Effect.catchReason("ProviderError", "Rejected", (reason) =>
    reason.status === 404 ? Effect.fail("refused" as const) : Effect.succeed(reason.message),
  ),
)

export const outcome: Effect.Effect<string | Outcome, never, PayNow> = session.pipe(
  Effect.map(({ url }) => url),
  Effect.catchTag("ProviderError", (error) => Effect.succeed(error.outcome)),
)

export const body: paywint.ExternalApiPaymentLinkCreateRequest = { amount: 1 }
export const checkout = (made: paynow.CheckoutSession): string => made.url

// --- The gateway, where requests are the web's ---

const { app, dispose, handler } = edge.gateway(
  Layer.merge(
    ConfigProvider.layer(ConfigProvider.fromUnknown({ CALLER_KEYS: "{}" })),
    Layer.succeed(edge.CallerLimit, { admits: () => Effect.succeed(true), period: 1_000 }),
  ),
  { idempotency: edge.Idempotency.layerMemory(edge.perform) },
)
export const answers: ReadonlyArray<Promise<Response>> = [handler, serve.fetch].map((answer) =>
  answer(new Request("https://example.com/health")),
)
export const answered: Promise<Response> | Response = app.fetch(
  new Request("https://example.com/openapi.json"),
)
export const closed: Promise<void> = dispose()

const shop: edge.Route = {
  access: "caller-key",
  handler: Effect.succeed(({ path }) => Effect.map(edge.Caller, (caller) => edge.json({ caller, path }))),
  method: "GET",
  path: "/v1/caller",
}
const extended = edge.gateway(Logger.layer([edge.jsonLines]), { routes: [shop] })
export const own = new Hono().route("/pay", extended.app)

// --- Contracts ---

export const judged = (
  contracts: ReadonlyArray<contract.Contract>,
  fixtures: ReadonlyArray<contract.Fixture>,
): Effect.Effect<readonly [exit: number, junit: string]> => {
  const target = contract.sandboxes(ConfigProvider.fromEnv(), fetch)
  return contract
    .runContracts(contracts, fixtures, target, "sandbox")
    .pipe(Effect.map((run) => [contract.exitCode(run, "breaking"), contract.junit(run)] as const))
}

export const drifted = (old: contract.Described, now: contract.Described): ReadonlyArray<contract.Severity> =>
  contract.diffOperation(old, now).map(({ severity }) => severity)

// --- What is refused ---

// @ts-expect-error: a failure that nobody handled
export const unhandled: Effect.Effect<unknown, never, PayNow> = session

// @ts-expect-error: a service that nobody provided
export const unprovided: Effect.Effect<unknown, ProviderError> = token

PaywintPlatform.use((platform) =>
  // @ts-expect-error: a property that is misspelt
  platform.createPaymentLink(id, { amount: 1, invoice_nubmer: "INV-1" }),
)

// @ts-expect-error: a property that is missing
PaywintPlatform.use((platform) => platform.createPaymentLink(id, {}))

// @ts-expect-error: a property that the result does not have
export const misread = Effect.map(session, ({ payment_link }) => payment_link)

// @ts-expect-error: a reason that there is not
Effect.catchReason(link, "ProviderError", "Refused", () => Effect.void)

// @ts-expect-error: a secret that would be printed
PayNow.layer({ apiKey: "a-secret" })

// @ts-expect-error: a policy without its deadline
PayNow.layer({ apiKey: secret, policy: { attempts: 2 } })

// What an environment may lack is handed over as it is.
PayNow.layer({ apiKey: secret, baseUrl: undefined, fetch: undefined, policy: undefined })
