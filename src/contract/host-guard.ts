import * as Data from "effect/Data"

/** A request that was not sent, and why. The message names the host at most, never the rest of the URL. */
export class NotSent extends Data.TaggedError("NotSent")<{ readonly message: string }> {}

/** Why nothing may be sent to `url`; `undefined` where it may be. `name` stands for the URL in the message. */
export const urlRefusal = (
  name: string,
  url: string,
  allows: (host: string) => boolean,
): string | undefined => {
  const { hostname, password, protocol, username } = URL.canParse(url) ? new URL(url) : noUrl
  if (protocol !== "https:" && protocol !== "http:") return `${name} is not an http(s) URL`
  if (username !== "" || password !== "") return `${name} holds credentials`
  return allows(hostname) ? undefined : `${hostname} is not a sandbox; production is never tested`
}

const noUrl = { hostname: "", password: "", protocol: "", username: "" }

const remedy = "It was not sent. Use the base URL of a sandbox, whose host the contract lists in `sandboxes`"

/**
 * Guards a `fetch`: each request's own URL is checked when it is sent, whichever base URL a contract or a configuration
 * names. A redirect is returned and not followed, because the runtime would follow it without the check.
 */
export const hostGuard = (
  fetch: (request: Request) => Promise<Response>,
  allows: (host: string) => boolean,
) => {
  let refused: NotSent | undefined
  const refuse = (why: string) => (refused ??= new NotSent({ message: `${why}. ${remedy}` }))
  const requestOf = (input: string | URL | Request, init?: RequestInit) => {
    try {
      return new Request(input, { ...init, redirect: "manual" })
    } catch {
      // The runtime's own message may quote a password in the URL or the value of a header.
      throw refuse("A request can't be made: its URL, a header or its body is not valid")
    }
  }
  return {
    /** The first request that was refused. To the program it looks like a provider that can't be reached. */
    refused: () => refused,
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const request = requestOf(input, init)
      const why = urlRefusal("The URL of a request", request.url, allows)
      if (why !== undefined) throw refuse(why)
      return fetch(request)
    },
  }
}
