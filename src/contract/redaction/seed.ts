/** A number that depends on a text alone (FNV-1a, 32 bits, mixed so that similar texts differ in every bit). */
const hash = (text: string): number => {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}

/** Picks below a count, one after the other: the same ones for the same seed. */
export type Pick = (count: number) => number

export const picking = (seed: string): Pick => {
  let picks = 0
  return (count) => hash(`${seed} ${picks++}`) % count
}

/** So many of `characters`, the same ones for the same seed. */
export const drawn = (seed: string, length: number, characters = "abcdefghijklmnopqrstuvwxyz"): string => {
  const pick = picking(seed)
  return Array.from({ length }, () => characters.charAt(pick(characters.length))).join("")
}
