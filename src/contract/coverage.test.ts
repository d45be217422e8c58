import { expect, it } from "vitest"
import { contracts } from "./contracts.ts"
import { coverage } from "./coverage.ts"
import type { OpenApiDocument } from "./document.ts"
import type { Fixture } from "./fixture.ts"

const document: OpenApiDocument = {
  components: { schemas: {} },
  info: {},
  openapi: "3.1.0",
  paths: { "/v1/stores/{storeId}/checkouts": { post: { responses: { 201: {}, "2XX": {}, default: {} } } } },
}
const contract = contracts(() => document).find(({ path }) => path in document.paths)

const answered = (status: number): Fixture => ({
  departures: [],
  ending: { success: null },
  exchange: {
    request: { body: "", headers: {}, method: "POST", target: "" },
    response: { body: "", headers: {}, status },
  },
  operation: "PayNow.createCheckoutSession",
  provenance: { host: "", recorded: "2026-01-01", recorder: 1, source: "emulator", spec: "" },
  scenario: String(status),
})

it("a fixture shows the answer under which the document has its status, and no other", () => {
  if (contract === undefined) throw new Error("There is no contract")
  const covered = coverage(contract, [201, 202, 302].map(answered))
  const responses = covered.filter(({ what }) => what.endsWith(" response"))
  expect(responses.map(({ by, what }) => [what, by])).toEqual([
    ["201 response", ["201"]],
    ["2XX response", ["202"]],
    ["default response", ["302"]],
  ])
})

it("without an emulator there are only scenarios that say what they leave", () => {
  const scenarios = contracts(() => document).flatMap((one) => one.scenarios)
  expect(scenarios.filter(({ fault, leaves }) => leaves === undefined || fault !== undefined)).toEqual([])
})
