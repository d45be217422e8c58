import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as HttpRouter from "effect/http/HttpRouter"
import type * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import { readBytes } from "./body.ts"
import { CallerLimit } from "./caller-limit.ts"
import { Entry } from "./entry.ts"
import { markup } from "./markup.ts"
import { pageHeaders } from "./page-headers.ts"
import { pageKey } from "./page-key.ts"
import { problem, refuse, retryAfterHeader } from "./problem.ts"

/** A page for people. */
export interface Page {
  readonly path: `/${string}`
  readonly title: string
  /** The page's only style, as it stands in `html`. */
  readonly style: string
  readonly html: Effect.Effect<string>
}

/** `PAGE_KEY`; `undefined` where it is missing, blank or not a string. */
const configuredKey = Effect.map(Effect.option(Config.String("PAGE_KEY")), (key) =>
  key._tag === "Some" && key.value.trim() !== "" ? pageKey(key.value) : undefined,
)

/**
 * A route of a page that people see after they have entered `PAGE_KEY`. Without that variable the route does not exist.
 *
 * The form comes with 403, because 401 requires a `WWW-Authenticate` challenge and no authentication scheme uses a form.
 */
export const keyedPage = ({ html, path, style, title }: Page) =>
  HttpRouter.use(
    Effect.fnUntraced(function* (router) {
      const key = yield* configuredKey
      if (key === undefined) return

      const ask = (status: 403 | 429, fault = "", headers: Readonly<Record<string, string>> = {}) =>
        HttpServerResponse.text(form(path, title, fault), { headers: { ...formHeaders, ...headers }, status })

      const enter = Effect.fnUntraced(function* (request: HttpServerRequest.HttpServerRequest) {
        const entry = yield* Entry
        const limit = yield* CallerLimit
        if (!(yield* limit.admits(limited))) {
          entry.reason = "too-many-requests"
          const headers = retryAfterHeader(limit.period)
          return ask(
            429,
            `Keys are entered too often. Try again in ${headers["retry-after"]} seconds.`,
            headers,
          )
        }
        if (key.accepts(yield* enteredKey(request))) {
          const cookie = key.cookie(request.originalUrl)
          return HttpServerResponse.empty({
            headers: { ...formHeaders, location: path, "set-cookie": cookie },
            status: 303,
          })
        }
        entry.reason = "page-key-unknown"
        return ask(403, "That is not the key.")
      })

      yield* router.add("*", path, (request) =>
        Effect.gen(function* () {
          const entry = yield* Entry
          entry.route = path
          switch (request.method) {
            case "GET":
            case "HEAD":
              return key.opens(request.originalUrl, request.headers["cookie"])
                ? HttpServerResponse.text(yield* html, { headers: pageHeaders(style, "'self'") })
                : ask(403)
            case "POST":
              return yield* enter(request)
            default:
              return refuse({
                headers: { allow: "GET, HEAD, POST" },
                problem: problem("method-not-allowed", "Use GET or POST."),
              })
          }
        }),
      )
    }),
  )

/** The name under which `CallerLimit` counts entered keys: one count for all visitors, which limits guessing. */
const limited = "PAGE_KEY"

const largestForm = 4096

/** The text that was entered as the key; empty where the body is too long, arrives too slowly or lacks the field. */
const enteredKey = (request: HttpServerRequest.HttpServerRequest): Effect.Effect<string> =>
  readBytes(request, largestForm).pipe(
    Effect.map((bytes) => (bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : "")),
    Effect.map((text) => new URLSearchParams(text).get("key") ?? ""),
    Effect.orElseSucceed(() => ""),
  )

const formStyle = `
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 24rem; padding: 3rem 1rem }
h1 { font-size: 1.5rem }
input, button { box-sizing: border-box; font: inherit; margin: .25rem 0 .75rem; padding: .5rem; width: 100% }
[role=alert] { font-weight: 600 }
`

const formHeaders = pageHeaders(formStyle, "'self'")

const form = (path: string, title: string, fault: string): string =>
  markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: enter the key</title>
<style>${{ html: formStyle }}</style>
<main>
<h1>${title}</h1>
<form method="post" action="${path}">
<label for="key">Page key</label>
<input id="key" name="key" type="password" autocomplete="current-password" maxlength="1000" required autofocus>
${fault === "" ? [] : [markup`<p role="alert">${fault}</p>`]}
<button>Open</button>
</form>
<p>Entered already? Browsers don't send the cookie when a link on another site is followed: <a href="${path}">open the page again</a>.</p>
</main>
</html>
`.html
