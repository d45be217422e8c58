/** The names of an XML document's elements; throws where it is not well-formed. */
export const elementsOf = (xml: string): ReadonlyArray<string> => {
  const open: Array<string> = []
  const names: Array<string> = []
  const rest = xml
    .replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, "")
    .replaceAll(
      /<(\/?)([\w-]+)((?: [\w-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)(\/?)>/g,
      (...[, end, name = "", , empty]: ReadonlyArray<string>) => {
        if (end !== "") {
          if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
        } else {
          if (empty === "") open.push(name)
          names.push(name)
        }
        return ""
      },
    )
  const left = rest.replaceAll(/&(amp|lt|gt|quot|#39);/g, "")
  if (open.length > 0 || /[<&]/.test(left)) throw new Error(`No XML: ${[...open, left].join()}`)
  return names
}
