import type { JsonObject, MediaTypes } from "../../specs/tools/document.ts"
import { loadApi } from "../../specs/tools/load.ts"
import { type Operation, operations } from "../../specs/tools/operations.ts"
import { ajv, explain } from "./ajv.ts"
import { example } from "./example.ts"
import { type Issue, toIssue } from "./issue.ts"
import { contentTypeMatcher, pathMatcher } from "./match.ts"
import { saidInProse } from "./prose.ts"

export interface Parts {
  readonly path: Readonly<Record<string, string>>
  readonly header: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What the provider's document says of one operation, compiled. */
export interface Contract extends Pick<Operation, "operation" | "api" | "method" | "path"> {
  readonly match: ReturnType<typeof pathMatcher>
  readonly readsContentType: ReturnType<typeof contentTypeMatcher>
  /** What is wrong with a request. */
  issues(parts: Parts): ReadonlyArray<Issue>
  /** The status of a refused body. */
  readonly invalid: number
  /** A fresh body of a success. */
  success(): unknown
  /** Throws when the document describes bodies of this status, and not like this: the emulator has a bug. */
  assertDocumented(status: number, body: unknown): void
}

const compile = ({ operation, api, method, path }: Operation): Contract => {
  const { paths, components } = loadApi(api)
  const described = paths[path]?.[method.toLowerCase()]
  if (described === undefined) throw new Error(`${operation}: no document describes ${method} ${path}`)
  const { parameters = [], requestBody, responses } = described
  const request = json(requestBody?.content)
  const response = json(responses["200"]?.content)
  if (request === undefined || response === undefined)
    throw new Error(`${operation}: a body is not described`)

  const parametersIn = (place: "path" | "header") => {
    const found = parameters.filter((parameter) => parameter.in === place)
    const nameOf = ({ name }: { readonly name: string }) => (place === "header" ? name.toLowerCase() : name)
    return {
      type: "object",
      properties: Object.fromEntries(found.map((parameter) => [nameOf(parameter), parameter.schema])),
      required: found.filter(({ required }) => required).map(nameOf),
    }
  }
  const validate = ajv.compile({
    type: "object",
    properties: {
      path: parametersIn("path"),
      header: parametersIn("header"),
      body: { allOf: [request, ...(saidInProse[operation] ?? [])] },
    },
    components,
  })
  const documented = new Map(
    Object.entries(responses).flatMap(([status, { content }]) => {
      const schema = json(content)
      return schema === undefined ? [] : [[status, ajv.compile({ allOf: [schema], components })] as const]
    }),
  )

  const contract: Contract = {
    operation,
    api,
    method,
    path,
    match: pathMatcher(path),
    readsContentType: contentTypeMatcher(Object.keys(requestBody?.content ?? {})),
    issues: (parts) => (validate(parts) ? [] : (validate.errors ?? []).map(toIssue)),
    invalid: "422" in responses ? 422 : 400,
    success() {
      const body = example(response, components.schemas)
      contract.assertDocumented(200, body)
      return body
    },
    assertDocumented(status, body) {
      const conforms = documented.get(String(status)) ?? documented.get("default")
      if (conforms === undefined || conforms(body)) return
      throw new Error(`${operation} ${status}: not as documented: ${explain(conforms.errors, "body")}`)
    },
  }
  contract.success()
  return contract
}

const json = (content: MediaTypes | undefined): JsonObject | undefined =>
  content?.["application/json"]?.schema

export const contracts: ReadonlyArray<Contract> = operations().map(compile)
