const andMore = (count: number) => `  and ${count} more`
/** The room that an "and … more" line takes, with its line break. */
const roomForMore = andMore(1_000_000_000).length + 1

/** Cuts sections to `room` characters in all, with a line break before each line, taking a line of each in turn. */
export const boundedLines = (
  sections: ReadonlyArray<ReadonlyArray<string>>,
  room: number,
): ReadonlyArray<string> => {
  let left = room - roomForMore
  const fits = (line: string, reserve = 0) => {
    const cost = line.length + 1 + reserve
    if (cost > left) return false
    left -= cost
    return true
  }
  const begun = sections.filter(([first = ""]) => fits(first, roomForMore))
  const counts = begun.map(() => 1)
  const longest = Math.max(1, ...begun.map(({ length }) => length))
  for (let line = 1; line < longest; line++) {
    for (const [index, section] of begun.entries()) {
      const next = section[line]
      if (next !== undefined && counts[index] === line && fits(next)) counts[index] = line + 1
    }
  }
  const cut = begun.flatMap((section, index) => {
    const count = counts[index] ?? 1
    return [...section.slice(0, count), ...(count < section.length ? [andMore(section.length - count)] : [])]
  })
  return begun.length < sections.length ? [...cut, andMore(sections.length - begun.length)] : cut
}
