import { calls, type Configuration } from "./calls.ts"

export default {
  fetch: async (_: Request, configuration: Configuration): Promise<Response> =>
    Response.json(await calls(configuration)),
}
