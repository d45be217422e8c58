import { holdsSecret } from "./guard.ts"
import type { OperationResult, ScenarioResult } from "./run.ts"

/** A result without anything that came from the provider, where it would quote a secret. */
export const withoutSecrets = (result: OperationResult, secrets: ReadonlyArray<string>): OperationResult =>
  holdsSecret(result, secrets)
    ? { ...result, note: quoting, scenarios: result.scenarios.map(withoutQuotes) }
    : result

const quoting = "What came back quotes a secret; nothing of it is kept."

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
