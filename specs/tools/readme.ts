import type { Credential } from "../../src/api/define.ts"
import type { Declared } from "../../src/apis.ts"

/** The generated tables of the README, by the name in their markers. */
const tables: Readonly<
  Record<string, (apis: ReadonlyArray<Declared>) => ReadonlyArray<ReadonlyArray<string>>>
> = {
  operations: (apis) => [
    ["operation", "what", "route of the Worker", "safe to retry"],
    ...apis.flatMap(({ operations }) =>
      Object.values(operations).map(({ endpoint, fullName, route, safeToRetry }) => [
        `\`${fullName}\``,
        route?.summary ?? "",
        route === undefined ? "none" : `\`${endpoint.method.toUpperCase()} ${route.path}\``,
        safeToRetry ? "yes" : "no",
      ]),
    ),
  ],
  variables: (apis) => [
    ["variable", "what", "default"],
    ...apis.flatMap(({ api }) => [
      [`\`${api.baseUrl.variable}\``, `\`${api.name}\`: the base URL`, `\`${api.baseUrl.default}\``],
      ...Object.entries<Credential>(api.credentials).map(([name, { isPublic, variable }]) => [
        `\`${variable}\``,
        `\`${api.name}\`: \`${name}\`${isPublic === true ? "" : ", a secret"}`,
        "",
      ]),
    ]),
    ...resources(apis).map(([variable, names]) => [`\`${variable}\``, `contract runs of ${names}`, ""]),
  ],
}

const resources = (apis: ReadonlyArray<Declared>) =>
  apis.flatMap(({ api: { contract, name } }) =>
    Object.values(contract?.testResources ?? {}).map(({ variable }) => [variable, `\`${name}\``] as const),
  )

/** A Markdown text with its tables made anew: what stands between `<!-- generated: <name> -->` and `<!-- end -->`. */
export const withTables = (text: string, apis: ReadonlyArray<Declared>): string =>
  text.replaceAll(
    /(<!-- generated: (\w+) -->\n)[^]*?(\n<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      const make = tables[name]
      if (make === undefined) throw new Error(`No table is called ${name}`)
      const [head = [], ...rows] = make(apis).map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")))
      const line = (cells: ReadonlyArray<string>) => `| ${cells.join(" | ")} |`
      return `${start}\n${[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")}\n${end}`
    },
  )
