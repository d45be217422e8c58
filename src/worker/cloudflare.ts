import * as Effect from "effect/Effect"
import { notConfigured, type Refusal } from "../gateway/problem.ts"

// What is used of Cloudflare, as far as it is used: whoever has its types, by whichever way, can pass what they describe.

/** A namespace of Durable Objects. */
export interface Namespace {
  getByName(name: string): {
    /** `init` is as `fetch` takes it; the types of two platforms do not agree on its signal. */
    fetch(url: string, init?: object): Promise<{ readonly status: number; json(): Promise<unknown> }>
  }
}

/** What a Durable Object is given. */
export interface ObjectState {
  readonly storage: {
    readonly kv: {
      get(key: string): unknown
      put(key: string, value: unknown): void
    }
    readonly sql: {
      exec<Row extends Record<string, string>>(
        query: string,
        ...values: ReadonlyArray<string | number>
      ): { toArray(): Array<Row> }
    }
    deleteAlarm(): Promise<void>
    deleteAll(): Promise<void>
    setAlarm(time: number): Promise<void>
  }
  waitUntil(promise: Promise<unknown>): void
}

/** The namespace of a binding. Fails with a refusal that names the binding where it is missing; nothing was sent then. */
export const bound = (
  binding: string,
  namespace: Namespace | undefined,
): Effect.Effect<Namespace, Refusal> =>
  namespace?.getByName === undefined
    ? Effect.fail(notConfigured(`Missing: the binding ${binding} of a Durable Object.`))
    : Effect.succeed(namespace)
