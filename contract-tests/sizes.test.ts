import { expect, it } from "vitest"
import { type Bundle, bundles, sizeOf } from "../bench/sizes.ts"

const limited = Object.entries(bundles).flatMap(([name, { limit }]) =>
  limit === undefined ? [] : [[name as Bundle, limit] as const],
)

it.each(limited)("%s is at most %i bytes, minified and gzipped", async (bundle, limit) => {
  const { bytes, gzipped } = await sizeOf(bundle)
  expect(gzipped).toBeLessThanOrEqual(limit)
  // Something that is not there has any size.
  expect(bytes).toBeGreaterThan(100_000)
})
