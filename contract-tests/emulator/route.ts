import { type Answer, jsonAnswer } from "./answer.ts"
import { type Contract, contracts } from "./contract.ts"
import { errorBody } from "./error-style.ts"

/** The operation that a request is for, or how a provider says that there is none. */
export const route = (
  method: string,
  path: string,
): { readonly contract: Contract } | { readonly refusal: Answer } => {
  const here = contracts.filter(({ match }) => match(path) !== undefined)
  const contract = here.find((candidate) => candidate.method === method)
  if (contract !== undefined) return { contract }
  const [other] = here
  if (other !== undefined) {
    const allow = here.map((candidate) => candidate.method).join(", ")
    return { refusal: jsonAnswer(405, errorBody(other.api, 405), { allow }) }
  }
  // Nobody's path: whoever has paths that begin like it answers.
  const nearest = contracts.find((candidate) => firstStep(candidate.path) === firstStep(path))
  return { refusal: jsonAnswer(404, errorBody(nearest?.api ?? "", 404)) }
}

const firstStep = (path: string) => path.split("/")[1]
