import { document } from "../../generated/openapi.ts"
import { markup } from "../gateway/markup.ts"
import { kinds } from "../gateway/problem.ts"

/** The scripts of the page, relative to it. `specs/tools/assets.ts` puts them there. */
export const scripts = { reader: "docs/reader.js", scalar: "docs/scalar-1.72.1.js" } as const

const style = `
:root { color-scheme: light dark }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 60rem; padding: 1rem 1.5rem }
h1 { line-height: 1.25 }
table { border-collapse: collapse }
th, td { padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top }
th, code { overflow-wrap: anywhere }
tbody th { font-weight: inherit }
summary { font-size: 1.25rem; cursor: pointer }
:target { background: color-mix(in srgb, highlight 25%, transparent) }
`

const rows = kinds.map(
  ([kind, [status, title]]) =>
    markup`<tr id="${kind}"><th scope="row">${kind}</th><td>${status}</td><td>${title}</td></tr>`,
)

/**
 * The page without Scalar, complete enough for readers without scripts and for Workers without assets. The list of
 * problems stands above the API reference, so that the reference does not move a problem while it renders.
 */
export const docsPage = markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${document.info.title}</title>
<style>${{ html: style }}</style>
<main>
<h1>${document.info.title}</h1>
<p>Send your caller key with every operation except <code>/health</code>:
<code>Authorization: Bearer &#60;caller key&#62;</code>.</p>
<p>The document for machines: <a href="openapi.json">openapi.json</a>.</p>
<details id="problems" open>
<summary>Problems</summary>
<p>A request that fails is answered with <code>application/problem+json</code> (RFC 9457), and with
<code>retry-after</code> where it is known when to try again. When you ask about an answer, quote its
<code>x-request-id</code>. The outcome <code>not-applied</code> means that the call had no effect at the provider;
<code>unknown</code> means that it may have had one. The <code>type</code> is <code>/docs#</code> and one of
these:</p>
<table><thead><tr><th scope="col">Kind</th><th scope="col">Status</th><th scope="col">Title</th></tr></thead>
<tbody>${rows}</tbody></table>
</details>
</main>
<div id="reference"></div>
<script defer src="${scripts.scalar}"></script>
<script defer src="${scripts.reader}"></script>
</html>
`.html
