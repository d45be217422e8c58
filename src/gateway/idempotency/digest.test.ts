import fc from "fast-check"
import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { fingerprintOf, lookupOf } from "./digest.ts"

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")

describe("lookupOf", () => {
  it("is the SHA-256 of its parts", async () => {
    expect(lookupOf("alice", "Api.method", "k")).toBe(sha256('["alice","Api.method","k"]'))
  })

  it("differs wherever a part does, however they are cut", async () => {
    const part = fc.string({ maxLength: 3, unit: fc.constantFrom(...'a",\\[]') })
    const parts = fc.tuple(part, part, part)
    await fc.assert(
      fc.asyncProperty(parts, parts, async (left, right) => {
        const same = left.every((part, at) => part === right[at])
        expect(lookupOf(...left) === lookupOf(...right)).toBe(same)
      }),
    )
  })
})

describe("fingerprintOf", () => {
  it("is the SHA-256 of the input with its keys in order", async () => {
    const body = { b: [{ d: 1, c: -0 }, null], a: "é", 10: true, 9: 1.5 }
    expect(fingerprintOf({ y: "1", x: "2" }, body)).toBe(
      sha256('[{"x":"2","y":"1"},{"9":1.5,"10":true,"a":"é","b":[{"c":0,"d":1},null]}]'),
    )
  })

  const shuffled = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shuffled)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, item]) => [key, shuffled(item)]),
          )
        : value

  it("does not depend on the order of properties, and on everything else", async () => {
    const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown)
    await fc.assert(
      fc.asyncProperty(json, json, async (left, right) => {
        const of = fingerprintOf({}, left)
        expect(fingerprintOf({}, shuffled(left))).toBe(of)
        expect(fingerprintOf({}, [left])).not.toBe(of)
        expect(fingerprintOf({ id: "1" }, left)).not.toBe(of)
        let same = true
        try {
          expect(left).toEqual(right)
        } catch {
          same = false
        }
        expect(fingerprintOf({}, right) === of).toBe(same)
      }),
    )
  })
})
