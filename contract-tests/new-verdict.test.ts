import { fileURLToPath } from "node:url"
import ts from "typescript"
import { expect, it, vi } from "vitest"

// Beside other tests a compiler may take its time.
vi.setConfig({ testTimeout: 120_000 })

const root = fileURLToPath(new URL("..", import.meta.url))

/** The files of the contract harness that do not compile once a text of some files is another. */
const broken = (changes: Readonly<Record<string, readonly [text: string, other: string]>>) => {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile) as {
    readonly config: unknown
  }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const changed: ts.CompilerHost = {
    ...host,
    getSourceFile: (name, language) => {
      const content = host.readFile(name)
      if (content === undefined) return undefined
      const [text = "", other = ""] = changes[name.slice(root.length)] ?? []
      if (!content.includes(text)) throw new Error(`${name} has no ${text}`)
      return ts.createSourceFile(name, content.replace(text, other), language)
    },
  }
  const entries = ["index.ts", "settle.ts"].map((file) => `${root}src/contract/${file}`)
  const program = ts.createProgram(entries, { ...options, noEmit: true }, changed)
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(`${root}src/contract/`))
    .filter((file) => program.getSemanticDiagnostics(file).length > 0)
    .map(({ fileName }) => fileName.slice(root.length))
    .sort()
}

it("a new verdict, severity or reason does not compile until every place says what it means there", () => {
  expect(broken({})).toEqual([])
  const changes = {
    "src/contract/drift.ts": ['["info", ', '["hint", "info", '],
    "src/contract/verdict.ts": ['["pass", ', '["pass", "degraded", '],
    "src/provider/reason.ts": ["  Unreachable,\n", '  Unreachable,\n  Schema.TaggedStruct("Paused", {}),\n'],
  } as const
  expect(broken(changes)).toEqual([
    "src/contract/alert-findings.ts",
    "src/contract/alert-steps.ts",
    "src/contract/drift.ts",
    "src/contract/exit-code.ts",
    "src/contract/judge.ts",
    "src/contract/report/junit.ts",
    "src/contract/report/page.ts",
    "src/contract/report/style.ts",
    "src/contract/verdict.ts",
  ])
})
