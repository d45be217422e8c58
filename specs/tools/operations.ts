import { readFileSync } from "node:fs"
import { apis } from "../../src/apis.ts"
import { parseDocument } from "./document.ts"
import { type DocumentRow, documentsOf, specs } from "./documents.ts"

export { specs } from "./documents.ts"

/** A declared operation, and the document that describes it. */
export interface Operation extends DocumentRow {
  /** `<API>.<method>` */
  readonly operation: string
  /** In upper case. */
  readonly method: string
  readonly path: string
}

/** Every declared operation. Throws where no document describes one. */
export const operations = (): ReadonlyArray<Operation> =>
  apis.flatMap(({ operations }) =>
    Object.values(operations).map(({ api, endpoint: { method, path }, fullName }) => {
      const row = documentsOf(api.folder).find(({ document }) => describes(document, path, method))
      if (row === undefined) throw new Error(`${fullName}: no document in specs/ describes ${method} ${path}`)
      return { ...row, method: method.toUpperCase(), operation: fullName, path }
    }),
  )

const describes = (name: string, path: string, method: string): boolean =>
  parseDocument(readFileSync(new URL(name, specs), "utf8"), name).paths[path]?.[method] !== undefined
