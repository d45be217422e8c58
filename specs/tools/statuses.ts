import { operationObject } from "../../src/contract/document.ts"
import type { OpenApiDocument } from "./document.ts"
import type { Operation } from "./operations.ts"

/** The client errors that a document lists for each of an API's operations, by the name of the service's method. */
export const generateStatuses = (
  document: OpenApiDocument,
  rows: ReadonlyArray<Pick<Operation, "method" | "operation" | "path">>,
): string =>
  rows
    .map(({ method, operation, path }) => {
      const { responses } = operationObject({ document, method, path })
      const name = operation.split(".").at(-1)
      const statuses = JSON.stringify(clientErrors(Object.keys(responses)))
      return `export const ${name}: ReadonlyArray<number | "4XX"> = ${statuses}\n`
    })
    .join("\n")

/** `default` lists no status: it describes the bodies of all that are not listed. */
const clientErrors = (statuses: ReadonlyArray<string>): ReadonlyArray<number | "4XX"> =>
  statuses
    .filter((status) => /^4(\d\d|XX)$/i.test(status))
    .map((status) => (/^\d+$/.test(status) ? Number(status) : "4XX"))
