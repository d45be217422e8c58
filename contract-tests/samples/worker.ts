/**
 * A Cloudflare Worker of one's own. `POST /checkouts/<product>` with a form's `email` answers a token with which the
 * shop's page opens Paywint's checkout. Before: `npx wrangler secret put PAYWINT_API_KEY`, and `PAYWINT_API_SECRET`.
 */
import { layerPaywintDeveloper, PaywintDeveloper } from "edge-checkout/paywint"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"

type Env = Readonly<Record<string, unknown>>

// What something costs is not for the browser to say.
const prices = new Map([
  ["mug", 12.5],
  ["shirt", 30],
])

const checkout = (amount: number, email: string) =>
  PaywintDeveloper.use((paywint) => paywint.createCheckoutToken({ amount, currency: "USD", email })).pipe(
    Effect.map((token) => Response.json(token, { headers: { "cache-control": "no-store" }, status: 201 })),
    Effect.tapErrorTag("ProviderError", (error) => Effect.logError(error.message)),
    Effect.catchReason("ProviderError", "InvalidRequest", () =>
      Effect.succeed(new Response("The e-mail address is not valid", { status: 422 })),
    ),
    // Safe to retry: a second token has no harmful effect, so the page may ask again whatever the outcome was.
    Effect.catchTag("ProviderError", () => Effect.succeed(new Response("Try again later", { status: 503 }))),
  )

const runtimeOf = (env: Env) => {
  const configuration = ConfigProvider.layer(ConfigProvider.fromUnknown(env))
  return ManagedRuntime.make(Layer.provide(layerPaywintDeveloper, configuration))
}

// An isolate's bindings never change: what is made of them is made once.
let runtime: ReturnType<typeof runtimeOf> | undefined

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const product = /^\/checkouts\/(\w+)$/.exec(new URL(request.url).pathname)?.[1] ?? ""
    const amount = prices.get(product)
    if (request.method !== "POST" || amount === undefined) return new Response("Not found", { status: 404 })
    const form = await request.formData().catch(() => new FormData())
    const email = form.get("email")
    if (typeof email !== "string") return new Response("The form has no e-mail address", { status: 400 })
    runtime ??= runtimeOf(env)
    return runtime.runPromise(checkout(amount, email))
  },
}
