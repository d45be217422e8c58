import { Api } from "./api.ts"

const routes = Object.values(Api.groups).flatMap((group) =>
  Object.values(group.endpoints).map(({ method, path }) => ({
    method,
    path: new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`),
  })),
)

const pages = new Set(["/docs", "/openapi.json"])

/** The methods that a path can be asked with; none where there is no such route. */
export const allowedMethods = (path: string): ReadonlyArray<string> => [
  ...new Set([
    ...routes.flatMap((route) => (route.path.test(path) ? [route.method] : [])),
    ...(pages.has(path) ? ["GET"] : []),
  ]),
]
