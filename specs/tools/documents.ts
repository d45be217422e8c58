import { readFileSync } from "node:fs"

/** A row of `specs/documents.json`, which lists the providers' documents and where each is published. */
export interface DocumentRow {
  /** The API's name in file names: its overlay is `specs/<api>.overlay.yaml`, its code `generated/<api>/`. */
  readonly api: string
  readonly document: string
  readonly published: string
  /** Header parameters that authenticate a request: the API sets them, not its caller. */
  readonly authentication?: ReadonlyArray<string>
}

export const specs = new URL("../", import.meta.url)

export const documents = (): ReadonlyArray<DocumentRow> =>
  JSON.parse(readFileSync(new URL("documents.json", specs), "utf8"))

/** The names of all APIs. */
export const apiFolders = (): ReadonlyArray<string> => [...new Set(documents().map(({ api }) => api))]

/** The documents of one API. */
export const documentsOf = (api: string): ReadonlyArray<DocumentRow> =>
  documents().filter((row) => row.api === api)
