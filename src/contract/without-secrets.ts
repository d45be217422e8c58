import { holdsSecret } from "./guard.ts"
import type { OperationResult, ScenarioResult } from "./run.ts"

/** A result whose texts are left out where they would quote a secret. */
export const withoutSecrets = (result: OperationResult, secrets: ReadonlyArray<string>): OperationResult =>
  holdsSecret(result, secrets)
    ? { ...result, note: quoting, scenarios: result.scenarios.map(withoutQuotes) }
    : result

const quoting = "The result quotes a secret, so its details are left out."

const withoutQuotes = ({ drift, flaky, scenario, verdict }: ScenarioResult): ScenarioResult => ({
  drift: drift.map(({ severity }) => ({
    expected: "-",
    got: "-",
    meaning: quoting,
    pointer: "/response",
    severity,
  })),
  flaky,
  scenario,
  verdict,
})
