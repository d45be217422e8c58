import type { OperationResult, Run } from "../run.ts"
import type { Verdict } from "../verdict.ts"
import { escape } from "./escape.ts"
import { style } from "./style.ts"

// A verdict is told by its word and its sign, never by its colour alone.
const signs: Readonly<Record<Verdict, string>> = {
  credentials: "⚿",
  drift: "✗",
  outage: "⚡",
  pass: "✓",
  skipped: "○",
  throttled: "⏳",
}

/**
 * Contract runs, newest first, as a page: each operation with its verdict now, its last runs as a strip, what
 * drifted, and when it last passed. `operations` names all of them, also those that never ran. No JavaScript.
 */
export const page = (runs: ReadonlyArray<Run>, operations: ReadonlyArray<string>): string => {
  const [latest] = runs
  const when =
    latest === undefined
      ? "<p><strong>Nothing has ever run.</strong> A run starts on the Worker's schedule, or with <code>POST /v1/contracts/runs</code>.</p>"
      : `<p class="soft">Last run ${time(latest.finished)} against ${escape(latest.target)}. ${runs.length} kept.</p>${latest.note === undefined ? "" : `<p>${escape(latest.note)}</p>`}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(headline(latest))}</title>
<style>${style}</style>
</head>
<body>
<header><h1>Contracts</h1>${when}</header>
<main>
${operations.map((operation) => article(operation, runs)).join("\n")}
</main>
</body>
</html>
`
}

/** The state of everything in a browser's tab. */
const headline = (latest: Run | undefined): string => {
  if (latest === undefined) return "Contracts: nothing has ever run"
  if (latest.operations.length === 0) return "Contracts: the last run looked at nothing"
  const failing = latest.operations.filter(({ verdict }) => verdict !== "pass").length
  return failing === 0
    ? "Contracts: all pass"
    : `Contracts: ${failing} of ${latest.operations.length} do not pass`
}

const article = (operation: string, runs: ReadonlyArray<Run>): string => {
  const history = runs.flatMap(({ finished, operations }) =>
    operations.filter((result) => result.operation === operation).map((result) => ({ finished, result })),
  )
  const [now] = history
  if (now === undefined)
    return section(operation, '<span class="verdict none">never ran</span>', "<p>It has never run.</p>")
  const passed = history.find(({ result }) => result.verdict === "pass")
  const { note, verdict } = now.result
  return section(
    operation,
    `<span class="verdict ${verdict}">${signs[verdict]} ${verdict}</span>`,
    `${note === undefined ? "" : `<p>${escape(note)}</p>`}
<p class="soft">${passed === undefined ? "It has not passed in any run that is kept." : `Last passed ${time(passed.finished)}.`}</p>
<ol aria-label="Last runs, oldest first">${[...history].reverse().map(stripe).join("")}</ol>
${details(now.result)}`,
  )
}

const section = (operation: string, verdict: string, content: string): string =>
  `<article aria-labelledby="${escape(operation)}"><div class="head"><h2 id="${escape(operation)}">${escape(operation).replace(".", ".<wbr>")}</h2>${verdict}</div>${content}</article>`

const stripe = ({
  finished,
  result,
}: {
  readonly finished: string
  readonly result: OperationResult
}): string =>
  `<li class="${result.verdict}" title="${result.verdict}, ${escape(finished)}"><span class="hidden">${result.verdict}, ${time(finished)}</span></li>`

/** What did not just pass: drift with expected beside got, and what stood in the way of other scenarios. */
const details = ({ scenarios }: OperationResult): string => {
  const drift = scenarios.flatMap(({ drift, scenario }) => drift.map((found) => ({ ...found, scenario })))
  const rows = drift.map(
    ({ expected, got, meaning, pointer, scenario, severity }) =>
      `<tr><th scope="row"><code>${escape(pointer)}</code><br><span class="soft">${escape(scenario)}</span></th><td data-name="Severity">${severity}</td><td data-name="Expected">${escape(expected)}</td><td data-name="Got">${escape(got)}</td><td data-name="Means">${escape(meaning)}</td></tr>`,
  )
  const table =
    rows.length === 0
      ? ""
      : `<table><caption>What drifted</caption><thead><tr><th scope="col">Where</th><th scope="col">Severity</th><th scope="col">Expected</th><th scope="col">Got</th><th scope="col">Means</th></tr></thead><tbody>${rows.join("")}</tbody></table>`
  const notes = scenarios.flatMap(({ flaky, note, scenario, verdict }) =>
    flaky
      ? [`${scenario}: flaky, passed when tried again`]
      : note === undefined || verdict === "drift"
        ? []
        : [`${scenario}: ${verdict}. ${note}`],
  )
  return `${table}${notes.map((note) => `<p class="soft">${escape(note)}</p>`).join("")}`
}

const time = (iso: string): string =>
  `<time datetime="${escape(iso)}">${escape(iso.replace("T", " ").replace(/(:\d\d)(\.\d+)?Z$/, "$1 UTC"))}</time>`
