import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import { gifts, success } from "../../contract-tests/own-contract.ts"
import { commonHeaders, userAgent } from "../provider/common-headers.ts"
import { replay } from "./replay.ts"
import type { Call } from "./scenario.ts"

const answer = { body: "{}", headers: {}, status: 200 }

/** The headers that are recorded of a request with these. */
const recorded = async (headers: Readonly<Record<string, string>>) => {
  const call: Call = (_, { fetch }) =>
    Effect.promise(async () => fetch?.("https://sandbox.gifts.example/cards", { headers, method: "POST" }))
  const { exchange } = await Effect.runPromise(
    replay({ ...gifts, call: Config.succeed(call) }, success, answer),
  )
  return exchange?.request.headers
}
const own = { authorization: "Bearer placeholder", "x-trace": "1" }

it.each<[string, Readonly<Record<string, string>>, object]>([
  ["what the library puts on every request is left out", { ...commonHeaders, ...own }, own],
  [
    "a header that an operation sets otherwise is kept",
    { ...commonHeaders, ...own, accept: "text/csv" },
    { ...own, accept: "text/csv" },
  ],
  [
    "all is kept of a program that names itself otherwise",
    { ...commonHeaders, ...own, "user-agent": "shop/1" },
    { ...own, accept: "application/json", "user-agent": "shop/1" },
  ],
  [
    "all is kept of a program that does not name itself",
    { ...own, accept: "application/json" },
    { ...own, accept: "application/json" },
  ],
  ["names are compared whatever their case", { "User-Agent": userAgent, ...own }, own],
])("%s", async (_, headers, kept) => {
  expect(await recorded(headers)).toEqual(kept)
})
