import type { Served } from "./routes.ts"

export const pageKey = "page-key-of-the-tests"

/** Enters a key in a page's form, as a browser does. */
export const enterKey = (
  { fetch = globalThis.fetch, url }: Served,
  key = pageKey,
  path = "/contracts",
): Promise<Response> =>
  fetch(
    new Request(`${url}${path}`, { body: new URLSearchParams({ key }), method: "POST", redirect: "manual" }),
  )

/** The headers by which a browser is known in which the key was entered. */
export const entered = async (served: Served, key = pageKey) => {
  const { headers } = await enterKey(served, key)
  return { cookie: headers.get("set-cookie")?.split(";")[0] ?? "" }
}
