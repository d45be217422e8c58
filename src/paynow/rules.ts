/**
 * What PayNow's document says in prose only, on top of the generated schemas. (What it leaves out or gets wrong and
 * JSON Schema can say is in `specs/paynow.overlay.yaml`.)
 */
import * as Schema from "effect/Schema"
import {
  CreateCheckoutSessionManagementDto,
  CreateCheckoutSessionResponseDto,
} from "../../generated/paynow/schemas.ts"
import { isLink } from "../provider/link.ts"

/** "URL to redirect to": a browser is sent there, so it is an http(s) URL and no script. */
export const CheckoutSessionRequest = /* @__PURE__ */ (() => {
  const Link = Schema.optionalKey(Schema.NullOr(Schema.String.check(isLink)))
  return CreateCheckoutSessionManagementDto.mapFields((fields) => ({
    ...fields,
    cancel_url: Link,
    return_url: Link,
  }))
})()

/** "The URL to redirect the customer to" is one that a browser can be sent to. */
export const CheckoutSession = /* @__PURE__ */ (() =>
  CreateCheckoutSessionResponseDto.mapFields((fields) => ({
    ...fields,
    url: fields.url.check(isLink),
  })))()
export type CheckoutSession = typeof CheckoutSession.Type
