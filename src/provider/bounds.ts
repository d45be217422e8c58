import type { Issue } from "./reason.ts"

/** This many issues are named. A body may have one in every other byte. */
export const mostIssues = 50

/** Steps of an issue's path that are shown, and characters of each. */
export const mostSteps = 32
const longestStep = 100

/** Characters of an issue's message that are shown. */
const longestMessage = 500

/** Characters of all issues of a failure, as JSON. */
const mostCharacters = 24 * 1024

const more: Issue = { message: "There is more", path: [] }

/** The beginning of a text, without half of a character at its end. */
export const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, "")
    .toWellFormed()

/** As many of the issues as are named, and that there are more. */
export const firstIssues = (issues: Iterable<Issue>): ReadonlyArray<Issue> => {
  const found: Array<Issue> = []
  for (const issue of issues) {
    if (found.length === mostIssues) return [...found, more]
    found.push(issue)
  }
  return found
}

/**
 * Cuts what is shown of issues: 24 KiB of them, whoever made them. `show` makes a text fit to be shown; it is given the
 * whole text, because what it hides would not be found in a part.
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

/** Error bodies have lists of issues, whose paths are lists. */
const deepest = 4

/** An error body whose lists are cut to as many items as are named: nobody reads the rest. */
export const shortened = (body: unknown, depth = deepest): unknown => {
  if (depth === 0 || typeof body !== "object" || body === null) return body
  if (Array.isArray(body)) return body.slice(0, mostIssues).map((item) => shortened(item, depth - 1))
  return Object.fromEntries(Object.entries(body).map(([name, item]) => [name, shortened(item, depth - 1)]))
}
