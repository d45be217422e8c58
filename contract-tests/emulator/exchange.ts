import type { IncomingMessage, ServerResponse } from "node:http"
import { unprocessed } from "../../src/provider/error.ts"
import type { Contract } from "./contract.ts"
import type { Credentials } from "./credentials.ts"
import { deliver } from "./deliver.ts"
import { isBeforeTheProvider } from "./fault.ts"
import { handle } from "./handle.ts"
import { inject } from "./inject.ts"
import type { Log } from "./log.ts"
import { headOf, type Request, readBody } from "./request.ts"
import { route } from "./route.ts"
import type { Rules } from "./rules.ts"

export interface Emulated {
  readonly credentials: Credentials
  readonly rules: Rules
  readonly log: Log
}

/** One request to a provider, from its head to what becomes of it. */
export const exchange = (message: IncomingMessage, response: ServerResponse, emulated: Emulated) => {
  const head = headOf(message)
  const found = route(head.method, head.path)
  if ("contract" in found) return operate(found.contract, head, response, emulated)
  readBody(message, (body) => {
    emulated.log.add({ ...head, body }, { operation: null, status: found.refusal.status, applied: false })
    deliver(response, found.refusal)
  })
}

const operate = (contract: Contract, head: Request, response: ServerResponse, emulated: Emulated) => {
  const { credentials, rules, log } = emulated
  const { operation, api } = contract
  const matched = rules.next(operation)
  if (matched?.kind === "reset-before") {
    log.add(head, { operation, status: null, applied: false })
    response.req.socket.resetAndDestroy()
    return
  }
  readBody(response.req, (body) => {
    const request = { ...head, body }
    const { answer: healthy, signatureValid } = handle(contract, request, credentials)
    const created = healthy.status < 300
    const fault = matched && (created || isBeforeTheProvider(matched)) ? matched : undefined
    const answer = fault ? inject(fault, api, healthy) : healthy
    log.add(request, {
      operation,
      ...(signatureValid === undefined ? {} : { signatureValid }),
      status: fault?.kind === "reset-after" ? null : answer.status,
      applied: created && !isRefusal(answer.status),
    })
    deliver(response, answer, fault)
  })
}

/**
 * Whether a status says that the request was not processed. After any other, such as 5xx and a proxy's 499, a valid
 * request counts as applied, whatever answer the caller gets.
 */
export const isRefusal = (status: number) => unprocessed.has(status) || [401, 403, 429].includes(status)
