/** A number that depends on a text alone (FNV-1a, 32 bits, mixed so that similar texts differ in every bit). */
const hash = (text: string): number => {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}

/** Picks a series of numbers below given counts. The same seed gives the same series. */
export type Pick = (count: number) => number

export const picking = (seed: string): Pick => {
  let picks = 0
  return (count) => hash(`${seed} ${picks++}`) % count
}

/** A text of the given length made of `characters`. The same seed gives the same text. */
export const drawn = (seed: string, length: number, characters = "abcdefghijklmnopqrstuvwxyz"): string => {
  const pick = picking(seed)
  return Array.from({ length }, () => characters.charAt(pick(characters.length))).join("")
}
