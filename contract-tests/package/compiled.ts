import { join } from "node:path"
import ts from "typescript"

/** What a module of somebody else's is compiled with. */
const options: ts.CompilerOptions = {
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  exactOptionalPropertyTypes: true,
  lib: ["lib.es2024.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  noEmit: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  skipLibCheck: true,
  strict: true,
  target: ts.ScriptTarget.ES2024,
  types: ["node"],
  verbatimModuleSyntax: true,
}

/** Compiles modules of a folder: what is wrong with them, and what entries export without a docstring. */
export const compile = (folder: string, files: ReadonlyArray<string>, entries: ReadonlyArray<string>) => {
  const paths = [...files, ...entries].map((file) => join(folder, file))
  const host = ts.createCompilerHost(options)
  const program = ts.createProgram(paths, options, { ...host, getCurrentDirectory: () => folder })
  const checker = program.getTypeChecker()
  const errors = ts
    .getPreEmitDiagnostics(program)
    .map((diagnostic) => ts.formatDiagnostic(diagnostic, { ...host, getCurrentDirectory: () => folder }))
  const undocumented = entries.flatMap((entry) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(join(folder, entry)) ?? fail(entry))
    return checker
      .getExportsOfModule(module ?? fail(entry))
      .filter((named) => !isDocumented(named, checker))
      .map(({ name }) => `${entry}: ${name}`)
  })
  return { errors, undocumented }
}

/** What is generated is described in the provider's document. */
const isDocumented = (named: ts.Symbol, checker: ts.TypeChecker): boolean => {
  const symbol = named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named
  const generated = symbol.declarations?.every((node) =>
    node.getSourceFile().fileName.includes("/generated/"),
  )
  return generated === true || symbol.getDocumentationComment(checker).length > 0
}

const fail = (entry: string): never => {
  throw new Error(`${entry} is no module`)
}
