/**
 * What PayNow's document says in prose only, on top of the generated schemas. (What it leaves out or gets wrong and
 * JSON Schema can say is in `specs/paynow.overlay.yaml`.)
 */
import { CreateCheckoutSessionResponseDto } from "../../generated/paynow/schemas.ts"
import { isLink } from "../provider/link.ts"

/** "The URL to redirect the customer to" is one that a browser can be sent to. */
export const CheckoutSession = CreateCheckoutSessionResponseDto.mapFields((fields) => ({
  ...fields,
  url: fields.url.check(isLink),
}))
export type CheckoutSession = typeof CheckoutSession.Type
