import { describe, expect, it } from "vitest"
import { arrive, end, type Performed, type State } from "./machine.ts"

const answer = { body: "{}", contentType: "application/json", status: 201 }
const underWay = { _tag: "under-way", fingerprint: "a" } as const
const settled = { _tag: "settled", answer, fingerprint: "a", settledAt: 1 } as const

describe("a request that arrives", () => {
  const call = { _tag: "call", keep: underWay }
  it.each<[State | undefined, string, boolean, unknown]>([
    [undefined, "a", false, call],
    // Nothing is kept and yet a call is alive only where the store lost it: that can't be told from a new key.
    [undefined, "a", true, call],
    [underWay, "a", true, { _tag: "under-way" }],
    [underWay, "a", false, { _tag: "broken-off" }],
    [underWay, "b", true, { _tag: "mismatch" }],
    [underWay, "b", false, { _tag: "mismatch" }],
    [settled, "a", false, { _tag: "replay", answer }],
    [settled, "a", true, { _tag: "replay", answer }],
    [settled, "b", false, { _tag: "mismatch" }],
    [settled, "b", true, { _tag: "mismatch" }],
  ])("where %j is kept, with input %s, alive %s: %j", (state, fingerprint, alive, arrival) => {
    expect(arrive(state, fingerprint, alive)).toEqual(arrival)
  })
})

describe("a call that ends", () => {
  it.each<[Performed["outcome"], State | undefined]>([
    ["applied", settled],
    ["unknown", settled],
    ["not-applied", undefined],
  ])("with outcome %s leaves %j", (outcome, state) => {
    expect(end(underWay, { answer, outcome }, 1)).toEqual(state)
  })
})

it("what is kept survives JSON", () => {
  for (const state of [underWay, { ...settled, answer: { ...answer, retryAfter: 1 } }])
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
})
