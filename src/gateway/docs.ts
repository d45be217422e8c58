import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
export const docs = HttpRouter.add("GET", "/docs", HttpServerResponse.text("x"))
