/**
 * The gateway served by oneself, with its keys in SQLite: _at most once_ outlives the process. One process at a time
 * serves a database. What it leaves under way when it dies, the next one answers with 409 and never calls again.
 */
import { DatabaseSync } from "node:sqlite"
import {
  type Apis,
  type Executor,
  executor,
  gateway,
  Idempotency,
  kept,
  type KeyedCall,
  perform,
  type Performed,
  type Storage,
} from "edge-checkout/gateway"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

const database = new DatabaseSync("keys.sqlite")
database.exec("CREATE TABLE IF NOT EXISTS keys (lookup TEXT PRIMARY KEY, state TEXT, since INTEGER)")
database.exec("CREATE INDEX IF NOT EXISTS age ON keys (since)")
const sweep = database.prepare("DELETE FROM keys WHERE since < ?")
const select = database.prepare("SELECT state FROM keys WHERE lookup = ?")
const replace = database.prepare("REPLACE INTO keys (lookup, state, since) VALUES (?, ?, ?)")
const remove = database.prepare("DELETE FROM keys WHERE lookup = ?")

// A key without a `since`, under way or broken off, is never swept: its call may have been applied.
const storage = (lookup: string): Storage => ({
  clear: () => void remove.run(lookup),
  // Not validated here: the executor decodes the state.
  read: () => {
    sweep.run(Date.now() - Duration.toMillis(kept))
    const row = select.get(lookup)
    return row === undefined ? undefined : JSON.parse(String(row["state"]))
  },
  write: (state) => {
    const since = state._tag === "settled" ? (state.settledAt ?? Date.now()) : null
    replace.run(lookup, JSON.stringify(state), since)
  },
})

// Of a key there is one executor as long as it is in use, so that copies of a request find it under way.
const inUse = new Map<string, { readonly executor: Executor; runs: number }>()

const run = async ({ fingerprint, lookup }: KeyedCall, call: () => Promise<Performed>) => {
  const report = () => console.error("A keyed call ended in a defect: its key is broken off")
  const key = inUse.get(lookup) ?? { executor: executor(storage(lookup)), runs: 0 }
  inUse.set(lookup, key)
  key.runs++
  try {
    return await key.executor.run(fingerprint, call, report)
  } finally {
    if (--key.runs === 0) inUse.delete(lookup)
  }
}

const idempotency = Layer.effect(
  Idempotency,
  Effect.map(Effect.context<Apis>(), (apis) => ({
    // A run of its own: who hangs up does not stop the call.
    run: (call: KeyedCall) =>
      Effect.promise(() => run(call, () => Effect.runPromiseWith(apis)(perform(call)))),
  })),
)

const { handler } = gateway(ConfigProvider.layer(ConfigProvider.fromEnv()), { idempotency })

/** On Web standards: `deno serve -A idempotency.ts`, or whatever serves a module with a `fetch`. */
export default { fetch: (request: Request): Promise<Response> => handler(request) }
