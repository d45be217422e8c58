/**
 * Builds the Worker of this release into `worker.js`, as it would be deployed. `release.yml` does so when a release is
 * cut: from then on this is the previous release, and `releases.test.ts` runs it beside the Worker of the day.
 * (The one before the first release was made of the last commit that had no `settledAt`.)
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buildWorker } from "../build-worker.ts"
import { offline } from "../wrangler.ts"

Object.assign(process.env, offline)
const scratch = mkdtempSync(join(tmpdir(), "edge-checkout-release-"))
const built = readFileSync(await buildWorker(scratch), "utf8")
writeFileSync(join(import.meta.dirname, "worker.js"), built.replace(/^\/\/# sourceMappingURL=.*\n?/m, ""))
rmSync(scratch, { recursive: true })
