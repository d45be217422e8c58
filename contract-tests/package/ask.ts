/**
 * `node ask.ts <module> <path> <init as JSON> [<emulator>]`: makes a request of a module whose default export has a
 * `fetch`, and prints the answer. Where an emulator is named, it is killed as soon as this has got a request.
 */
import { resolve } from "node:path"
import { setTimeout } from "node:timers/promises"
import { pathToFileURL } from "node:url"

const [, , module = "", path = "", init = "{}", emulator] = process.argv
const { default: served } = (await import(pathToFileURL(resolve(module)).href)) as {
  readonly default: { readonly fetch: (request: Request) => Promise<Response> | Response }
}

const answer = served.fetch(new Request(new URL(path, "http://localhost"), JSON.parse(init) as RequestInit))

if (emulator !== undefined) {
  const received = async () =>
    (await fetch(`${emulator}/__emulator/received`)).json() as Promise<Array<unknown>>
  while ((await received()).length === 0) await setTimeout(20)
  process.kill(process.pid, "SIGKILL")
}

const response = await answer
const replayed = response.headers.has("idempotent-replayed") ? "replayed " : ""
console.log(`${response.status} ${replayed}${await response.text()}`)
// What serves keeps a process alive.
process.exit()
