import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import { readBytes } from "./body.ts"
import { CallerLimit } from "./caller-limit.ts"
import { Entry } from "./entry.ts"
import { markup } from "./markup.ts"
import { pageHeaders } from "./page-headers.ts"
import { type PageKey, pageKey } from "./page-key.ts"
import { retryAfterHeader } from "./problem.ts"
import { type Reply, text } from "./reply.ts"
import type { Asked, Route } from "./route.ts"

/** A page for people. */
export interface Page<R> {
  readonly path: `/${string}`
  readonly title: string
  /** The page's only style, as it stands in `html`. */
  readonly style: string
  /** Made once: what renders the page. */
  readonly html: Effect.Effect<Effect.Effect<string>, never, R>
}

/** `PAGE_KEY`; `undefined` where it is missing, blank or not a string. */
const configuredKey = Effect.map(Effect.option(Config.String("PAGE_KEY")), (key) =>
  key._tag === "Some" && key.value.trim() !== "" ? pageKey(key.value) : undefined,
)

/**
 * The routes of a page that people see after they have entered `PAGE_KEY`. Without that variable they do not exist.
 *
 * The form comes with 403, because 401 requires a `WWW-Authenticate` challenge and no authentication scheme uses a form.
 */
export const keyedPage = <R>({ html, path, style, title }: Page<R>): ReadonlyArray<Route<R>> => {
  const ask = (
    asked: Asked,
    status: 403 | 429,
    fault = "",
    headers: Readonly<Record<string, string>> = {},
  ): Reply => text(form(asked.path, title, fault), { ...formHeaders, ...headers }, status)

  const show = (key: PageKey, render: Effect.Effect<string>) =>
    Effect.fnUntraced(function* (asked: Asked) {
      const entry = yield* Entry
      entry.route = path
      const { headers, url } = asked.request
      return key.opens(url, headers.get("cookie") ?? undefined)
        ? text(yield* render, pageHeaders(style))
        : ask(asked, 403)
    })

  const enter = (key: PageKey) =>
    Effect.fnUntraced(function* (asked: Asked) {
      const entry = yield* Entry
      entry.route = path
      const limit = yield* CallerLimit
      if (!(yield* limit.admits(limited))) {
        entry.reason = "too-many-requests"
        const headers = retryAfterHeader(limit.period)
        const fault = `Keys are entered too often. Try again in ${headers["retry-after"]} seconds.`
        return ask(asked, 429, fault, headers)
      }
      if (key.accepts(yield* enteredKey(asked.request))) {
        const cookie = key.cookie(asked.request.url)
        return text("", { ...formHeaders, location: asked.path, "set-cookie": cookie }, 303)
      }
      entry.reason = "page-key-unknown"
      return ask(asked, 403, "That is not the key.")
    })

  return [
    {
      access: "public",
      handler: Effect.flatMap(configuredKey, (key) =>
        key === undefined ? Effect.undefined : Effect.map(html, (render) => show(key, render)),
      ),
      method: "GET",
      path,
    },
    {
      access: "public",
      handler: Effect.map(configuredKey, (key) => (key === undefined ? undefined : enter(key))),
      method: "POST",
      path,
    },
  ]
}

/** The name under which `CallerLimit` counts entered keys: one count for all visitors, which limits guessing. */
const limited = "PAGE_KEY"

const largestForm = 4096

/** The text that was entered as the key; empty where the body is too long, arrives too slowly or lacks the field. */
const enteredKey = (request: Request): Effect.Effect<string> =>
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

const formHeaders = pageHeaders(formStyle)

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
