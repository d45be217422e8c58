import * as Cause from "effect/Cause"
import * as Logger from "effect/Logger"

/**
 * A line of JSON on the console for every message. (Effect's own says more, at ten times the cost: a fiber's number,
 * and causes with their messages, which may quote what they choked on.)
 */
export const jsonLines: Logger.Logger<unknown, void> = Logger.make(({ cause, date, logLevel, message }) => {
  const line = {
    message: Array.isArray(message) && message.length === 1 ? (message[0] as unknown) : message,
    level: logLevel.toUpperCase(),
    timestamp: date.toISOString(),
    ...(cause.reasons.length === 0 ? {} : { fault: nameOf(Cause.squash(cause)) }),
  }
  console.log(JSON.stringify(line))
})

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error)
