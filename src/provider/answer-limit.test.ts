import { describe, expect, it } from "vitest"
import { AnswerTooLarge, limited } from "./answer-limit.ts"

const mebibyte = 1024 * 1024

/** An answer of so many bytes in chunks of 64 KiB, and how many of them were asked for. */
const answer = (bytes: number, headers: Record<string, string> = {}, status = 203) => {
  let given = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const size = Math.min(65_536, bytes - given)
      given += size
      if (size > 0) controller.enqueue(new Uint8Array(size).fill(32))
      else controller.close()
    },
  })
  const fetch = limited(() => Promise.resolve(new Response(body, { headers, status })))
  return { given: () => given, text: async () => (await fetch("https://provider.example")).text() }
}

describe("limited", () => {
  it("lets through what fits, to the byte", async () => {
    expect(await answer(mebibyte).text()).toHaveLength(mebibyte)
  })

  it("cuts off what does not, and does not read on", async () => {
    const { given, text } = answer(1000 * mebibyte)
    await expect(text()).rejects.toMatchObject({ status: 203 })
    expect(given()).toBeLessThan(2 * mebibyte)
  })

  it("lets through a letter that two chunks share", async () => {
    const [letter = 0, ...rest] = new TextEncoder().encode("é")
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const part of [[letter], rest]) controller.enqueue(new Uint8Array(part))
        controller.close()
      },
    })
    const answer = await limited(() => Promise.resolve(new Response(body)))("https://provider.example")
    expect(await answer.text()).toBe("é")
  })

  it("takes the beginning of an error, and does not read on", async () => {
    const { given, text } = answer(1000 * mebibyte, {}, 500)
    expect((await text()).length).toBeLessThanOrEqual(mebibyte)
    expect(given()).toBeLessThan(2 * mebibyte)
  })

  it("leaves an answer that somebody else holds as it is", async () => {
    const held = Object.freeze(new Response("{}", { status: 422 }))
    const fetch = limited(() => Promise.resolve(held))
    expect(await (await fetch("https://provider.example")).text()).toBe("{}")
  })

  it("does not wait for the rest of an answer to be called off", async () => {
    const body = new ReadableStream<Uint8Array>({
      cancel: () => new Promise(() => undefined),
      pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)),
    })
    const fetch = limited(() => Promise.resolve(new Response(body, { status: 422 })))
    expect(await (await fetch("https://provider.example")).text()).toHaveLength(mebibyte)
  })

  it.each([
    ["said to be longer", { "content-length": String(mebibyte + 1) }],
    ["said to be short, but compressed", { "content-encoding": "gzip", "content-length": "5" }],
  ])("cuts off what is %s", async (_, headers) => {
    await expect(answer(mebibyte + 1, headers).text()).rejects.toBeInstanceOf(AnswerTooLarge)
  })
})
