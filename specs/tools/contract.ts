import { contracts, readFixtures } from "../../contract-tests/fixtures.ts"
import { withoutProse } from "../../src/contract/prose.ts"
import { loadApi } from "./load.ts"

/** What contract runs need where there are no files, in a Worker: the documents, and fixtures of what runs at a provider. */
export const generateContract = (apis: ReadonlyArray<string>) => {
  const documents = Object.fromEntries(apis.map((api) => [api, withoutProse(loadApi(api))]))
  const atProviders = new Set(
    contracts.flatMap(({ operation, scenarios }) =>
      scenarios.flatMap(({ leaves, name }) => (leaves === undefined ? [] : [`${operation}/${name}`])),
    ),
  )
  const fixtures = readFixtures()
    // Verifying compares answers: what was asked for them is not looked at.
    .map(({ fixture: { exchange, ...fixture } }) => ({
      ...fixture,
      exchange:
        exchange === null
          ? null
          : { ...exchange, request: { body: "", headers: {}, method: "POST", target: "" } },
    }))
    .filter(({ operation, scenario }) => atProviders.has(`${operation}/${scenario}`))
    .sort((left, right) =>
      `${left.operation}/${left.scenario}` < `${right.operation}/${right.scenario}` ? -1 : 1,
    )
  return [
    {
      code: `import type { OpenApiDocument } from "../../src/contract/document.ts"

export const documents: Readonly<Record<string, OpenApiDocument>> = ${JSON.stringify(documents)}`,
      file: "contract/documents.ts",
      from: "the documents in specs/",
    },
    {
      code: `import type { Fixture } from "../../src/contract/fixture.ts"

export const fixtures: ReadonlyArray<Fixture> = ${JSON.stringify(fixtures)}`,
      file: "contract/fixtures.ts",
      from: "contract-tests/fixtures",
    },
  ]
}
