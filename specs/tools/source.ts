import { readFile } from "node:fs/promises"

const patience = 30_000 // milliseconds

/** The text of a file or of what a URL answers. */
export const readSource = async (source: string): Promise<string> => {
  if (!/^https?:\/\//.test(source)) return readFile(source, "utf8").catch(fail(source))
  const response = await fetch(source, { signal: AbortSignal.timeout(patience) }).catch(fail(source))
  if (!response.ok) throw new Error(`${source} answered ${response.status}`)
  return response.text().catch(fail(source))
}

const fail = (source: string) => (error: unknown) => {
  const said = error instanceof Error ? error : new Error(String(error))
  const cause = said.cause instanceof Error ? said.cause.message : undefined
  throw new Error(`${source} can't be read: ${cause ?? said.message}`, { cause: error })
}
