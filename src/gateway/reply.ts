/** An answer before it is a web `Response`: plain data, which is cheap to make and to look at. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const utf8 = new TextEncoder()

/** The `Response` of a reply. The answer to a HEAD has the headers of the answer to a GET, and no body. */
export const responseOf = ({ body, headers, status }: Reply, method: string): Response =>
  method === "HEAD"
    ? new Response(null, {
        headers: { ...headers, "content-length": String(utf8.encode(body).length) },
        status,
      })
    : new Response(body === "" ? null : body, { headers, status })

/** A reply whose body is text of a media type. */
export const text = (
  body: string,
  headers: Readonly<Record<string, string>> & { readonly "content-type": string },
  status = 200,
): Reply => ({ body, headers, status })

/** A reply whose body is JSON. */
export const json = (value: unknown, status = 200): Reply =>
  text(JSON.stringify(value), { "content-type": "application/json" }, status)
