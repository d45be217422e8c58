import type { Issue } from "./reason.ts"

/** The most issues that are named. Every second byte of a body may hold one. */
export const mostIssues = 50

/** The most steps of an issue's path that are shown, and the most characters of each. */
export const mostSteps = 32
const longestStep = 100

/** The most characters of an issue's message that are shown. */
const longestMessage = 500

/** The most characters of all issues of a failure together, as JSON. */
const mostCharacters = 24 * 1024

const more: Issue = { message: "There is more", path: [] }

/** The first `length` characters of a text, without half of a character at the end. */
export const cut = (text: string, length: number): string =>
  text.length > length ? text.slice(0, length).replace(/[\ud800-\udbff]$/, "") : text

/** The first 50 issues and, where there are more, an issue that says so. */
export const firstIssues = (issues: Iterable<Issue>): ReadonlyArray<Issue> => {
  const found: Array<Issue> = []
  for (const issue of issues) {
    if (found.length === mostIssues) return [...found, more]
    found.push(issue)
  }
  return found
}

/**
 * Cuts issues to 24 KiB of JSON in all. `show` makes a text fit to be shown, such as by hiding secrets; it gets the whole
 * text, because it would not find a secret of which only a part is left.
 */
export const shownIssues = (
  issues: ReadonlyArray<Issue>,
  show = (text: string): string => text,
): ReadonlyArray<Issue> => {
  const shown: Array<Issue> = []
  let left = mostCharacters
  for (const { message, path } of issues) {
    // A secret may have dots, at which a provider splits a path: it is looked for in all of the path.
    const whole = path.join(".")
    const shownWhole = show(whole)
    const steps = shownWhole === cut(whole, shownWhole.length) ? path : shownWhole.split(".")
    const issue = {
      message: cut(show(message), longestMessage),
      path: steps
        .slice(0, mostSteps)
        .map((step) => (typeof step === "string" ? cut(show(step), longestStep) : step)),
    }
    left -= JSON.stringify(issue).length
    if (left < 0) return [...shown, more]
    shown.push(issue)
  }
  return shown
}

/** How deep lists are cut: error bodies have lists of issues, whose paths are lists. */
const deepest = 4

/** An error body with its lists cut to 50 items, the most that are named. */
export const shortened = (body: unknown, depth = deepest): unknown => {
  if (depth === 0 || typeof body !== "object" || body === null) return body
  if (Array.isArray(body)) return body.slice(0, mostIssues).map((item) => shortened(item, depth - 1))
  return Object.fromEntries(Object.entries(body).map(([name, item]) => [name, shortened(item, depth - 1)]))
}
