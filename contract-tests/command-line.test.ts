/** `contract:verify` and `contract:record` refuse what can't work before they perform anything. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import {
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import process from "node:process"
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest"
import { startServer } from "./bare-server.ts"
import { startEmulator } from "./emulator/server.ts"
import { openTarget } from "./targets.ts"

const emulator = await startEmulator()
const other = await startServer(() => ({ status: 404 }))
const gone = await startServer(() => ({ status: 200 }))
await gone.close()
const folder = mkdtempSync(join(tmpdir(), "contract-command-"))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await Promise.all([emulator.close(), other.close()])
})
beforeEach(() => emulator.reset())

/** Runs a command in a process that knows no credentials. */
const command = (name: "record" | "verify", ...args: ReadonlyArray<string>) => commandWith({}, name, ...args)

/** The same with some variables. */
const commandWith = (
  variables: Readonly<Record<string, string>>,
  name: "record" | "verify",
  ...args: ReadonlyArray<string>
) =>
  new Promise<{ readonly code: number | null; readonly said: string; readonly wrong: string }>((resolve) => {
    const script = new URL(`${name}.ts`, import.meta.url).pathname
    const child = spawn(process.execPath, [script, ...args], {
      cwd: folder,
      env: { ...variables, PATH: process.env["PATH"] },
    })
    let [said, wrong] = ["", ""]
    child.stdout.on("data", (text) => (said += String(text)))
    child.stderr.on("data", (text) => (wrong += String(text)))
    child.on("close", (code) => resolve({ code, said, wrong }))
  })

describe.each(["verify", "record"] as const)("contract:%s", (name) => {
  it("says that nothing answers, before any scenario", async () => {
    expect(await command(name, "--target", gone.url)).toEqual({
      code: 2,
      said: "",
      wrong: `Nothing answers at ${gone.url} (connection refused). Start it with \`npm run emulator\`, or name another target.\n`,
    })
  })

  it.each([
    ["speaks no TLS", emulator.url.replace("http:", "https:"), /^Nothing answers at https:\S+ \(\w+\)/],
    [
      "is not found",
      `http://absent.localhost:${new URL(gone.url).port}`,
      /^Nothing answers at http:\S+ \(\w+/,
    ],
  ])("says that nothing answers where a host %s", async (_, url, wrong) => {
    expect(await command(name, "--target", url)).toEqual({
      code: 2,
      said: "",
      wrong: expect.stringMatching(wrong),
    })
    expect(emulator.received()).toEqual([])
  })

  it("goes on where a server other than the emulator answers", async () => {
    const { code, said } = await command(name, "--target", other.url, "--api", "paynow")
    expect([code, said]).toEqual([4, expect.stringMatching(/missing:? .*PAYNOW_API_KEY/i)])
  })

  it("takes an emulator's URL with a slash at its end", async () => {
    const args = ["--target", `${emulator.url}/`, "--operation", "PayNow.createCheckoutSession"]
    expect(await command(name, ...args)).toMatchObject({ code: 0 })
  })

  it("takes a variable that is empty for one that is missing: an emulator's are known", async () => {
    const empty = { CONTRACT_PAYNOW_STORE_ID: "", PAYNOW_API_KEY: "", PAYNOW_BASE_URL: "" }
    const ran = await commandWith(empty, name, "--target", emulator.url, "--api", "paynow")
    expect(ran).toMatchObject({ code: 0, wrong: "" })
  })

  it("shows control characters of a base URL", async () => {
    const { code, wrong } = await command(name, "--target", `${gone.url}/\u001b[2J`)
    expect([code, wrong]).toEqual([2, expect.stringContaining(String.raw`/\u001b[2J (connection refused)`)])
  })
})

type Refused = readonly [what: string, args: ReadonlyArray<string>, RegExp]

const refused: ReadonlyArray<Refused> = [
  [
    "production",
    ["--target", "https://api.paywint.com"],
    /^--target api\.paywint\.com is not a sandbox; production is/,
  ],
  [
    "production, however it is written",
    ["--target", "HTTPS://API.paywint.COM:443/"],
    /^--target api\.paywint\.com is not a sandbox/,
  ],
  [
    "production with a dot at its end",
    ["--target", "https://api.paywint.com."],
    /api\.paywint\.com\. is not a sandbox/,
  ],
  [
    "another API's sandbox",
    ["--target", "https://api.sandbox.paywint.com", "--api", "paynow"],
    /api\.sandbox\.paywint\.com is not a sandbox; .*Sandboxes: api\.paynow\.gg\n/,
  ],
  ["one host for several APIs", ["--target", "https://api.sandbox.paywint.com"], /^Name one --api/],
  ["http", ["--target", "http://api.sandbox.paywint.com"], /it must be https/],
  ["another protocol", ["--target", "ftp://127.0.0.1"], /it must be https/],
  ["no URL", ["--target", "https://"], /it is not a URL/],
  ["credentials", ["--target", "https://user:canary@127.0.0.1"], /it must not hold credentials/],
  ["a word", ["--target", "production"], /neither emulator nor sandbox nor a base URL/],
  ["an unknown API", ["--target", "emulator", "--api", "paypal"], /there are:\n +paywint-platform/],
  ["an unknown operation", ["--target", "emulator", "--operation", "PayNow.refund"], /there are:/],
  ...["soon", "-1", "1.5", "1e3", "", "99999999999"].map((interval): Refused => [
    `the interval ${interval}`,
    ["--target", "emulator", `--interval=${interval}`],
    /--interval .* is not a number of milliseconds/,
  ]),
]

// Both commands read their arguments by the same function: one is tried with all that is wrong, the other with some.
describe.each([
  ["verify", refused],
  ["record", refused.slice(0, 3)],
] as const)("contract:%s", (name, some) => {
  it.each(some)("refuses %s", async (_, args, wrong) => {
    const ran = await command(name, ...args)
    expect(ran).toEqual({ code: 64, said: "", wrong: expect.stringMatching(wrong) })
    expect(ran.wrong).not.toContain("canary")
  })
})

it("leaves no connection open to a base URL whose answer never ends", async () => {
  const closed = Promise.withResolvers<unknown>()
  const endless = createServer((_, response) => {
    response
      .on("close", () => closed.resolve(response))
      .writeHead(200)
      .write("{")
  }).listen(0, "127.0.0.1")
  await once(endless, "listening")
  const address = endless.address()
  if (address === null || typeof address === "string") throw new Error("The server listens on no port")
  // Neither ends the connection here: the deadline of the probe, and the garbage collector, as a spy holds the answer.
  const deadline = vi.spyOn(AbortSignal, "timeout").mockReturnValue(new AbortController().signal)
  const held = vi.spyOn(globalThis, "fetch")
  await openTarget(`http://127.0.0.1:${address.port}`, 0)
  await closed.promise
  deadline.mockRestore()
  held.mockRestore()
  endless.close()
})

describe("reports", () => {
  const file = join(folder, "file.json")
  const inode = join(folder, "another-name.json")
  const link = join(folder, "link")
  const dangling = join(folder, "dangling")
  writeFileSync(file, "kept")
  linkSync(file, inode)
  symlinkSync(folder, link)
  symlinkSync(join(folder, "absent"), dangling)
  const before = readdirSync(folder)

  it.each<readonly [what: string, args: ReadonlyArray<string>, RegExp]>([
    ...["json", "junit", "html"].map((option): readonly [string, ReadonlyArray<string>, RegExp] => [
      `--${option} in a folder that does not exist`,
      [`--${option}`, join(folder, "absent", "report")],
      new RegExp(`^--${option} \\S+/absent/report: the folder \\S+/absent does not exist\n`),
    ]),
    [
      "a relative folder that does not exist",
      ["--json", "absent/run.json"],
      /the folder absent does not exist/,
    ],
    ["a file for a folder", ["--json", `${file}/run.json`], /^--json \S+: \S+file\.json is no folder/],
    ["below a file", ["--json", `${file}/a/run.json`], /^--json \S+: the folder \S+\/a does not exist/],
    ["a folder", ["--html", folder], /^--html \S+: it is a folder/],
    ["a folder that does not exist", ["--html", `${folder}/absent/`], /^--html \S+: it is a folder/],
    ["a link to nothing", ["--junit", dangling], /^--junit \S+: it is a link to a file that does not exist/],
    ["no name", ["--json="], /^--json : it names no file/],
    ["a name that is too long", ["--json", "a".repeat(300)], /^--json a+: .*ENAMETOOLONG/],
    ["one file", ["--json", "run", "--junit", "run"], /^--json and --junit name the same file: run/],
    [
      "one file in two spellings",
      ["--json", "run", "--html", "./run"],
      /^--json and --html name the same file/,
    ],
    [
      "one file by a link",
      ["--junit", "run", "--html", join(link, "run")],
      /^--junit and --html name the same file/,
    ],
    ["one file by two names", ["--junit", file, "--html", inode], /^--junit and --html name the same file/],
  ])("are refused before the run: %s", async (_, args, wrong) => {
    const ran = await command("verify", "--target", emulator.url, ...args)
    expect(ran).toEqual({ code: 64, said: "", wrong: expect.stringMatching(wrong) })
    expect(emulator.received()).toEqual([])
    expect([readdirSync(folder), readFileSync(file, "utf8")]).toEqual([before, "kept"])
  })

  // A device that takes nothing; a disk can fill up while a run is performed.
  it.skipIf(!existsSync("/dev/full"))(
    "that can't be written in the end are told after the verdicts",
    async () => {
      const written = join(folder, "page.html")
      const args = ["--operation", "PayNow.createCheckoutSession", "--json", "/dev/full", "--html", written]
      const ran = await command("verify", "--target", emulator.url, ...args)
      expect(ran).toEqual({
        code: 70,
        said: expect.stringMatching(/^pass +PayNow\.createCheckoutSession/),
        wrong: "--json /dev/full could not be written: ENOSPC: no space left on device, write\n",
      })
      expect(readFileSync(written, "utf8")).toContain("<title>Contracts: all pass</title>")
    },
  )
})
