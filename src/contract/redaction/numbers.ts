import type { JsonObject } from "../document.ts"
import { listed, rotated, valuesOf } from "./rules.ts"

const limits = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"]

/**
 * Numbers that may replace another at a place with such schemas, the best first. They depend on the schemas only.
 * `variant` is one for each of several that have to differ.
 */
export const numbersFor = (schemas: ReadonlyArray<JsonObject>, variant: number): ReadonlyArray<number> => {
  const more = variant + 1
  const bounds = valuesOf(schemas, limits, isBound)
  const factors = valuesOf(schemas, ["multipleOf"], isBound)
  const steps = [...factors, factors.reduce((product, factor) => product * factor, 1)]
  const between = bounds.flatMap((low) => bounds.map((high) => (low + high) / 2))
  const near = bounds.flatMap((bound) => [
    ...[...steps, 1].flatMap((step) =>
      [Math.ceil(bound / step), Math.floor(bound / step)].flatMap((times) =>
        [0, more, -more, 1, -1].map((by) => (times + by) * step),
      ),
    ),
    ...[0.5, 0.01, 1e-6].flatMap((part) => [bound + part * more, bound - part * more]),
  ])
  const usual = [more, ...steps.map((step) => step * more), 0, -more, more - 0.5, 0.5 - more]
  const numbers = schemas.flatMap(listed).filter((value) => typeof value === "number")
  const exact = [...usual, ...bounds, ...near, ...between].map((number) => Number(number.toPrecision(15)))
  return [...rotated(numbers, variant), ...new Set(exact)]
}

const isBound = (value: unknown): value is number => typeof value === "number" && value !== 0
