import * as Effect from "effect/Effect"
import { keyedPage } from "../gateway/keyed-page.ts"
import { ContractHistory } from "./history.ts"
import { page } from "./report/page.ts"
import { style } from "./report/style.ts"
import { sharedRead } from "./shared-read.ts"

/** Milliseconds for which a rendered page is reused for all visitors. */
const pageAge = 60_000

/** `GET /contracts`: the last runs as a page. `operations` names those under contract, in the order of the page. */
export const contractPage = (operations: ReadonlyArray<string>) =>
  keyedPage({
    html: Effect.map(ContractHistory, ({ history }) =>
      sharedRead(
        Effect.map(history, ({ runs }) => page(runs, operations)),
        pageAge,
      ),
    ),
    path: "/contracts",
    style,
    title: "Contracts",
  })
