import { readFileSync } from "node:fs"

/** A row of `specs/operations.json`, the list that names the operations and where each is published. */
export interface Operation {
  readonly operation: string
  /** The API's name in file names: its overlay is `specs/<api>.overlay.yaml`, its code `generated/<api>/`. */
  readonly api: string
  readonly document: string
  readonly method: string
  readonly path: string
  readonly published: string
}

export const specs = new URL("../", import.meta.url)

export const operations = (): ReadonlyArray<Operation> =>
  JSON.parse(readFileSync(new URL("operations.json", specs), "utf8"))
