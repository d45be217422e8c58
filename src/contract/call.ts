import * as Result from "effect/Result"
import { call } from "../provider/call.ts"
import type { Input, Operation } from "../provider/operation.ts"
import type { Call } from "./scenario.ts"

/** An operation as scenarios call it: with inputs of any kind, checked by the program or not. */
export const callOf =
  <Params, Body, Success>(operation: Operation<Params, Body, Success>): Call =>
  (input, { unchecked, ...options }) =>
    call(unchecked ? { ...operation, validate: unvalidated } : operation, input, options)

const unvalidated = <Params, Body>(input: Input<unknown, unknown>) =>
  Result.succeed(input as Input<Params, Body>)
