import { diffOperation } from "../../src/contract/document-diff/diff-operation.ts"
import { locate } from "../../src/contract/document-diff/operation.ts"
import type { Drift } from "../../src/contract/drift.ts"
import type { OpenApiDocument } from "./document.ts"
import type { Operation } from "./operations.ts"

/** What a document says otherwise of an operation. */
export interface OperationDrift {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly drift: ReadonlyArray<Drift>
}

/** The versions that can be compared. */
export const compared = ["3.0.", "3.1."]

export const describes = (document: OpenApiDocument, { method, path }: Operation): boolean =>
  locate(document, method, path) !== undefined

/** What changed of those operations that one of the documents describes. */
export const operationDrift = (
  rows: ReadonlyArray<Operation>,
  old: OpenApiDocument,
  now: OpenApiDocument,
): ReadonlyArray<OperationDrift> =>
  rows
    .filter((row) => describes(old, row) || describes(now, row))
    .map(({ method, operation, path }) => {
      const drift = diffOperation({ document: old, method, path }, { document: now, method, path })
      return { operation, method, path, drift }
    })
