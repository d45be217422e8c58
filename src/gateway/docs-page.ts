import { type Markup, markup } from "./markup.ts"
import type { Document, Operation } from "./openapi.ts"
import { kinds } from "./problem.ts"
import { describer } from "./schema-docs.ts"

/** The page's style: light and dark, on a desk and on a phone. */
export const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentcolor 18%, transparent) }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 46rem; margin: auto; padding: 1rem 1rem 4rem }
h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere }
h2 { margin-top: 3rem }
h3 { margin-top: 2rem; padding-top: 1.25rem; border-top: 1px solid var(--line) }
code, pre { font: .9em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap }
pre { padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .4rem }
dl { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); margin: 0 }
dt, dd, th, td { margin: 0; padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--line) }
dt, dd { overflow-wrap: anywhere }
em { font-size: .8em; opacity: .75 }
table { border-collapse: collapse }
th, td { text-align: left; vertical-align: top }
tbody th { font-weight: inherit }
:target { background: color-mix(in srgb, highlight 25%, transparent) }
@media (max-width: 34rem) { dl { display: block } dd { border: 0; padding: 0 0 .35rem 1rem } }
`

const titles = { header: "In a header", path: "In the path", query: "In the query" } as const

export const page = ({ components, info, paths }: Document): Markup => {
  const { describe, sections } = describer(components.schemas)

  const operation = (path: string, method: string, it: Operation): Markup => {
    const parts = [
      ...it.parameters.map(({ in: place, name, required, schema }) => ({
        title: titles[place],
        schema: { properties: { [name]: schema }, required: required ? [name] : [] },
      })),
      ...Object.values(it.requestBody?.content ?? {}).map(({ schema }) => ({ title: "Request", schema })),
      ...Object.entries(it.responses).flatMap(([status, { content = {} }]) =>
        status < "300"
          ? Object.values(content).map(({ schema }) => ({ title: `Answer ${status}`, schema }))
          : [],
      ),
    ]
    return markup`<section id="${it.operationId}"><h3>${it.summary}</h3>
<pre>${method} ${path}</pre>${parts.map(({ schema, title }) => markup`<h4>${title}</h4>${describe(schema)}`)}</section>`
  }

  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, it]) => operation(path, method.toUpperCase(), it)),
  )
  const problem = describe({ $ref: "Problem" })
  const rows = kinds.map(
    ([kind, [status, title]]) =>
      markup`<tr id="${kind}"><th scope="row">${kind}</th><td>${status}</td><td>${title}</td></tr>`,
  )

  return markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${info.title}</title>
<style>${{ html: style }}</style>
<main>
<h1>${info.title}</h1>
<p>${info.description} A request goes to its provider signed, and again where that harms nobody. Every failure
says what the call may have done at the provider.</p>
<p>For machines: <a href="openapi.json">openapi.json</a></p>
<h2>Authentication</h2>
<p>Send your caller key with every operation. <code>/health</code> and these pages need none.</p>
<pre>Authorization: Bearer &#60;caller key&#62;</pre>
<h2>Operations</h2>
<p>Requests are JSON, and a property that is not named here is refused.</p>
${operations}
<h2>Problems</h2>
<p>What fails answers <code>application/problem+json</code> (RFC 9457), with <code>retry-after</code> where it is known.
When you ask about an answer, quote its <code>x-request-id</code>.</p>
${problem}
<p>After the outcome <code>not-applied</code> nothing was done at the provider. After <code>unknown</code> it may have
been. The <code>type</code> is <code>/docs#</code> and one of these:</p>
<table><thead><tr><th scope="col">Kind</th><th scope="col">Status</th><th scope="col">Title</th></tr></thead>
<tbody>${rows}</tbody></table>
<h2>Schemas</h2>
${sections()}
</main>
</html>`
}
