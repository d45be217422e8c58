import { readFileSync } from "node:fs"

/** What vitest's JSON reporter writes, as far as it is read here. */
interface Report {
  readonly testResults: ReadonlyArray<{
    readonly status: string
    readonly assertionResults: ReadonlyArray<{ readonly fullName: string; readonly status: string }>
  }>
}

const read = (path: string): Report => {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Report
  } catch {
    return { testResults: [] }
  }
}

/** Counts the tests of a run that ended as `ok` says. One that broke down, or executed nothing, failed. */
export const countTests = (path: string, ok: boolean) => {
  const files = read(path).testResults
  const tests = files.flatMap((file) => file.assertionResults)
  const passed = tests.filter(({ status }) => status === "passed").length
  const failedTests = tests.filter(({ status }) => status === "failed").length
  // A file that can't be loaded fails without a test that does.
  const failedFiles = files.filter(
    (file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
  ).length
  const executed = passed + failedTests
  const failed = failedTests + failedFiles
  return {
    passed,
    failed: failed === 0 && (!ok || executed === 0) ? 1 : failed,
    skipped: tests
      .filter(({ status }) => status !== "passed" && status !== "failed")
      .map(({ fullName }) => fullName),
    note: executed === 0 ? "no test was executed" : `${executed} tests in ${files.length} files`,
  }
}
