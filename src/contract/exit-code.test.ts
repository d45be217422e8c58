import { expect, it } from "vitest"
import type { Severity } from "./drift.ts"
import { exitCode } from "./exit-code.ts"
import type { OperationResult } from "./run.ts"
import type { Verdict } from "./verdict.ts"

const result = (verdict: Verdict, severity?: Severity): OperationResult => ({
  api: "a",
  operation: "A.b",
  scenarios:
    verdict === "skipped"
      ? []
      : [
          {
            drift:
              severity === undefined
                ? []
                : [{ expected: "", got: "", meaning: "", pointer: "/response", severity }],
            flaky: false,
            scenario: "success",
            verdict,
          },
        ],
  verdict,
})

const pass = result("pass")

it.each<[number, Severity, ReadonlyArray<OperationResult>]>([
  [0, "breaking", [pass, pass]],
  [4, "breaking", []],
  [4, "breaking", [pass, result("skipped")]],
  [2, "breaking", [result("outage"), result("skipped")]],
  [2, "breaking", [result("throttled"), pass]],
  [3, "breaking", [result("credentials"), result("outage"), result("skipped")]],
  [1, "breaking", [result("drift", "breaking"), result("credentials"), result("outage")]],
  [0, "breaking", [result("drift", "warning"), pass]],
  [1, "warning", [result("drift", "warning"), pass]],
  [0, "warning", [result("drift", "info")]],
  [1, "info", [result("drift", "info")]],
  [3, "breaking", [result("drift", "info"), result("credentials")]],
  [4, "breaking", [result("drift", "info"), result("skipped")]],
  // A drift of which nothing more is known may be as bad as any.
  [1, "breaking", [result("drift")]],
])("exits with %i, failing on %s", (code, failOn, operations) => {
  expect(exitCode({ finished: "", operations, started: "", target: "" }, failOn)).toBe(code)
})
