import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { build, type BuildOptions, transform } from "esbuild"
import { type Goal, isMet, type Section, type Size } from "./figures.ts"

const root = join(import.meta.dirname, "..")

/** A program as one writes it who takes one provider: its layer made, and its operations called. */
const one = (services: string, calls: string) => `
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
${services}
export const run = (env, input) => Effect.runPromise(Effect.gen(function* () { ${calls} }))
`
const payNow = one(
  `import { PayNow } from "./src/paynow/paynow.ts"`,
  `const api = yield* Effect.provide(PayNow, PayNow.layer({ apiKey: Redacted.make(env.key) }))
  return yield* api.createCheckoutSession(input.store, input.body)`,
)
const paywint = one(
  `import { PaywintDeveloper } from "./src/paywint/developer.ts"
import { PaywintPlatform } from "./src/paywint/platform.ts"`,
  `const secret = Redacted.make(env.secret)
  const platform = yield* Effect.provide(PaywintPlatform, PaywintPlatform.layer({ platformId: env.id, secret }))
  const developer = yield* Effect.provide(
    PaywintDeveloper, PaywintDeveloper.layer({ apiKey: Redacted.make(env.key), apiSecret: secret }))
  yield* platform.createCheckoutToken(input.body)
  yield* platform.createPaymentLink(input.user, input.body)
  return yield* developer.createCheckoutToken(input.body)`,
)

/** What is bundled, and what it may come to gzipped. */
export const bundles = {
  PayNow: { entry: payNow, limit: 47_000 },
  Paywint: { entry: paywint, limit: 49_500 },
  "all programs": { entry: `export * from "./src/index.ts"`, limit: undefined },
  "the Worker": {
    entry: `export * from "./src/worker.ts"; export { default } from "./src/worker.ts"`,
    limit: 124 * 1024,
  },
  "effect/Effect and effect/Schema": {
    entry: `export * as Effect from "effect/Effect"; export * as Schema from "effect/Schema"`,
    limit: undefined,
  },
} as const satisfies Readonly<Record<string, { readonly entry: string; readonly limit: number | undefined }>>

export type Bundle = keyof typeof bundles

const options = (bundle: Bundle) =>
  ({
    absWorkingDir: root,
    bundle: true,
    conditions: ["worker", "import"],
    format: "esm",
    mainFields: ["module", "main"],
    metafile: true,
    platform: "neutral",
    stdin: { contents: bundles[bundle].entry, resolveDir: root },
    target: "es2024",
    write: false,
  }) as const satisfies BuildOptions

/** A bundle's text, minified, and the bytes of it that are this project's own. */
export const bundled = async (bundle: Bundle) => {
  const { metafile, outputFiles } = await build({ ...options(bundle), minify: true })
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs))
  const own = inputs
    .filter(([path]) => /^(generated|src)\//.test(path))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0)
  return { own, text: outputFiles[0]?.text ?? "" }
}

/** Of a bundle what comes from libraries, minified again without the rest. */
const librariesOf = async (bundle: Bundle): Promise<string> => {
  const { outputFiles } = await build(options(bundle))
  // What came from a module stands under a comment with its path.
  const parts = (outputFiles[0]?.text ?? "").split(/^\/\/ (?=\S+\.m?[jt]s$)/m)
  const text = parts.filter((part) => part.startsWith("node_modules/")).map((part) => `//${part}`)
  const { code } = await transform(text.join(""), { format: "esm", minify: true, target: "es2024" })
  return code
}

const size = (what: string, text: string, own: number, goal?: Goal): Size => {
  const gzipped = gzipSync(text, { level: 9 }).length
  const bytes = Buffer.byteLength(text)
  return { bytes, goal, gzipped, met: goal && isMet(gzipped, goal), ownShare: own / bytes, what }
}

export const sizeOf = async (bundle: Bundle): Promise<Size> => {
  const { own, text } = await bundled(bundle)
  const { limit } = bundles[bundle]
  return size(bundle, text, own, limit === undefined ? undefined : { is: "<=", value: limit })
}

export const sizes = async (): Promise<Section> => ({
  notes: ["Bytes, minified by esbuild, gzipped at level 9. Limits are on what is gzipped."],
  sizes: [
    ...(await Promise.all((Object.keys(bundles) as ReadonlyArray<Bundle>).map(sizeOf))),
    size("the libraries in PayNow", await librariesOf("PayNow"), 0),
  ],
})
