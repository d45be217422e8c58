import { isUtf8 } from "node:buffer"
import { type Answer, jsonAnswer } from "./answer.ts"
import { type Authentication, authenticate } from "./authentication.ts"
import type { Contract } from "./contract.ts"
import type { Credentials } from "./credentials.ts"
import { errorBody } from "./error-style.ts"
import type { Issue } from "./issue.ts"
import type { Request } from "./request.ts"

export interface Handled extends Authentication {
  readonly answer: Answer
}

/** What a provider in good health does with a request: authenticate it, validate it, create what it asks for. */
export const handle = (contract: Contract, request: Request, credentials: Credentials): Handled => {
  const authentication = authenticate(contract.api, request, credentials)
  if (!authentication.accepted) {
    return { ...authentication, answer: refusal(contract, 401, "The credentials are missing or wrong") }
  }
  const issues = issuesOf(contract, request)
  return issues.length === 0
    ? { ...authentication, answer: success(contract) }
    : { ...authentication, answer: refusal(contract, contract.invalid, "The request is not valid", issues) }
}

const refusal = (contract: Contract, status: number, message: string, issues?: ReadonlyArray<Issue>) => {
  const body = errorBody(contract.api, status, message, issues)
  contract.assertDocumented(status, body)
  return jsonAnswer(status, body)
}

const success = (contract: Contract): Answer => {
  const body = contract.success()
  if (body === undefined) return { body: "", headers: {}, status: contract.status }
  const { status, textType } = contract
  return textType === undefined
    ? jsonAnswer(status, body)
    : { body: String(body), headers: { "content-type": textType }, status }
}

const issuesOf = (contract: Contract, { target, headers, body }: Request): ReadonlyArray<Issue> => {
  const parts = { ...contract.valuesOf(target), header: headers }
  const { requestBody } = contract
  if (requestBody === undefined || (body.length === 0 && !requestBody.isRequired)) {
    return contract.issues({ ...parts, body: undefined })
  }
  if (!contract.readsContentType(headers["content-type"] ?? "")) {
    return [
      { loc: ["header", "content-type"], msg: "is not one that the operation reads", type: "content_type" },
    ]
  }
  if (!requestBody.isJson) return contract.issues({ ...parts, body: undefined })
  const parsed = parse(body)
  return parsed === undefined
    ? [{ loc: ["body", 0], msg: "JSON decode error", type: "json_invalid" }]
    : contract.issues({ ...parts, body: parsed.value })
}

const parse = (body: Buffer): { readonly value: unknown } | undefined => {
  if (!isUtf8(body)) return undefined
  try {
    return { value: JSON.parse(body.toString()) }
  } catch {
    return undefined
  }
}
