import { type Answer, jsonAnswer } from "./answer.ts"
import { errorBody } from "./error-style.ts"
import type { Change, Fault } from "./fault.ts"
import { patched } from "./patch.ts"

/** How a fault changes the body of a success. */
export const changesOf = (fault: Fault): ReadonlyArray<Change> => {
  switch (fault.kind) {
    case "patch":
      return fault.patch
    case "unsuccessful":
      return [
        { op: "replace", path: "/success", value: false },
        { op: "replace", path: "/message", value: fault.message ?? "The operation was not carried out." },
        { op: "replace", path: "/data", value: null },
      ]
    case "no-data":
      return [{ op: "replace", path: "/data", value: null }]
    default:
      return []
  }
}

/** The answer as the fault has it; faults of the transport leave it as it is. */
export const inject = (fault: Fault, api: string, answer: Answer): Answer => {
  switch (fault.kind) {
    case "status": {
      const { status, retryAfter, body = errorBody(api, status) } = fault
      const headers = retryAfter === undefined ? {} : { "retry-after": retryAfter }
      return typeof body === "string" ? { status, headers, body } : jsonAnswer(status, body, headers)
    }
    case "html":
      return {
        status: fault.status ?? 200,
        headers: { "content-type": "text/html; charset=utf-8" },
        body: page,
      }
    case "truncated":
      return { ...answer, body: answer.body.slice(0, answer.body.length / 2) }
    case "unsuccessful":
    case "no-data":
    case "patch":
      return changed(answer, changesOf(fault))
    case "content-type":
      return { ...answer, headers: { ...answer.headers, "content-type": fault.value } }
    case "headers":
      return { ...answer, headers: { ...answer.headers, ...fault.headers } }
    default:
      return answer
  }
}

/** Changes the body of a success. A list or an empty body is left as it is by a change that does not fit it. */
const changed = (answer: Answer, changes: ReadonlyArray<Change>): Answer => {
  if (answer.body === "") return answer
  const body: unknown = JSON.parse(answer.body)
  const isList = Array.isArray(body)
  if (isList && changes.some(({ path }) => !/^\/(?:\d|-)/.test(path))) return answer
  return jsonAnswer(answer.status, patched(body, changes))
}

const page = "<!doctype html>\n<title>Just a moment</title>\n<h1>This page comes from a proxy</h1>\n"
