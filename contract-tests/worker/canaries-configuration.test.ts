import { expect, it } from "vitest"
import { heads } from "../canary.ts"
import { environment } from "../emulator/credentials.ts"
import { post, routes } from "../routes.ts"
import { expectNoSecret, watchedGateway } from "./watched-gateway.ts"

/** What variables can hold that is not what they should. */
const misconfigured: Readonly<Record<string, ReadonlyArray<unknown>>> = {
  BASE_URL: [
    "canary",
    "http://canary.example",
    "https://api.example/?canary",
    "https://user:canary@api.example",
  ],
  CALLER_KEYS: [
    "canary",
    '{"tests": ["canary"]',
    '{"canary": ["canary"]}',
    '["canary"]',
    '{"tests": "canary"}',
  ],
  PAYNOW_API_KEY: ["a canary", "canary\nx-injected: 1", "“canary”", "canary\0"],
  PAYWINT_API: [" canary", "canary\nx-injected: 1", "“canary”", "canary\0"],
  PLATFORM_ID: ["a canary", "canary\nx-injected: 1", "“canary”", "canary\0"],
  PLATFORM_SECRET: ["canary\ud800", "\udfff canary"],
}
const kindOf = (name: string) => Object.keys(misconfigured).find((kind) => name.includes(kind)) ?? name
// A Worker's variable need not be text.
const noText = [{ canary: "canary" }, ["canary"], [{ canary: ["canary"] }]]

const variables = [...Object.keys(environment("")), "CALLER_KEYS"]
it.each(variables)("%s that can't be used tells nobody what it is", async (name) => {
  for (const value of [...(misconfigured[kindOf(name)] ?? []), ...noText]) {
    const provider = () => Promise.reject(new TypeError("The default is not on this machine"))
    const gateway = watchedGateway("http://127.0.0.1:9", { provider, vars: { [name]: value } })
    const answers = await Promise.all(routes.map(([, route]) => post(gateway, route, { headers: heads })))
    expect(answers.map(({ status }) => status)).toContain(503)
    expectNoSecret(gateway)
  }
})
