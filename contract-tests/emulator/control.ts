import { shownJson } from "../../src/contract/presentable.ts"
import { type Answer, jsonAnswer } from "./answer.ts"
import { contracts } from "./contract.ts"
import type { Emulated } from "./exchange.ts"
import { checkedRule, faultKinds } from "./rule-check.ts"

export const controlPath = "/__emulator"

const help = {
  what: "An emulator of payment providers, for developing and testing. It moves no money.",
  operations: contracts.map(({ operation, method, path }) => ({ operation, method, path })),
  faults: faultKinds,
  control: {
    [`GET ${controlPath}/received`]: "the requests it got, in order; ?operation=… for one operation's",
    [`DELETE ${controlPath}/received`]: "forget them",
    [`GET ${controlPath}/faults`]: "the rules by which it fails",
    [`POST ${controlPath}/faults`]:
      'one rule more, such as {"fault":{"kind":"status","status":503},"times":2}',
    [`DELETE ${controlPath}/faults`]: "fail no more",
  },
}

const done: Answer = { status: 204, headers: {}, body: "" }

/** The emulator's own routes, for other processes. */
export const control = ({ rules, log }: Emulated, method: string, target: string, body: Buffer): Answer => {
  const { pathname, searchParams } = new URL(target, "http://emulator")
  switch (`${method} ${pathname.slice(controlPath.length)}`) {
    case "GET ":
      return jsonAnswer(200, help)
    case "GET /received": {
      const operation = searchParams.get("operation")
      const received = log.list(operation === null ? {} : { operation })
      // People read it in a terminal, and it quotes what somebody sent.
      return { ...jsonAnswer(200, []), body: shownJson(received) }
    }
    case "DELETE /received":
      log.clear()
      return done
    case "GET /faults":
      return jsonAnswer(200, rules.list())
    case "POST /faults":
      try {
        rules.add(checkedRule(JSON.parse(body.toString())))
        return done
      } catch (error) {
        return jsonAnswer(400, { error: error instanceof Error ? error.message : String(error) })
      }
    case "DELETE /faults":
      rules.clear()
      return done
    default:
      return jsonAnswer(404, { error: "There is no such control", ...help })
  }
}
