import type { Verdict } from "../verdict.ts"

const round = "border-radius: 50%; height: .7rem; margin-top: .2rem"

/** The look of a verdict: its colour, and the square of a run, which differs in shape as well. */
const looks: Readonly<
  Record<Verdict, { readonly colour: "drift" | "other" | "outage" | "pass"; readonly square: string }>
> = {
  credentials: { colour: "outage", square: round },
  drift: { colour: "drift", square: "height: 1.5rem; margin-top: -.2rem" },
  outage: { colour: "outage", square: round },
  pass: { colour: "pass", square: "" },
  skipped: { colour: "other", square: "background: none; border: 2px solid" },
  throttled: { colour: "outage", square: round },
}

const ofVerdicts = Object.entries(looks)
  .map(
    ([verdict, { colour, square }]) => `.${verdict} { color: var(--${colour}) } li.${verdict} { ${square} }`,
  )
  .join("\n")

/** The look of the contracts page: light and dark, from a phone to a wall. */
export const style = `
:root { color-scheme: light dark; --bg: light-dark(#fbfbfa, #141517); --card: light-dark(#fff, #1d1f22);
  --fg: light-dark(#1c1e21, #e8e9ea); --soft: light-dark(#5c6067, #a2a7ae); --line: light-dark(#e3e4e6, #33363b);
  --pass: light-dark(#18794e, #3dd68c); --drift: light-dark(#c62a2f, #ff8589); --outage: light-dark(#b45309, #f5a524);
  --other: light-dark(#6b7078, #8b9199) }
* { box-sizing: border-box }
body { background: var(--bg); color: var(--fg); font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.5rem; margin: 0 } h2 { font: 600 1rem/1.4 ui-monospace, monospace; margin: 0; overflow-wrap: anywhere }
p { margin: .25rem 0 } .soft { color: var(--soft); font-size: .9rem }
article { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; margin-top: 1rem; padding: 1rem }
.head { align-items: baseline; display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between }
.verdict { font-weight: 700 } .none { color: var(--other) }
ol { display: flex; flex-wrap: wrap; gap: 3px; list-style: none; margin: .6rem 0 0; padding: 0 }
li { background: currentColor; border-radius: 3px; height: 1.1rem; width: .7rem }
${ofVerdicts}
.hidden { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; width: 1px }
table { border-collapse: collapse; font-size: .9rem; margin-top: .8rem; width: 100% }
caption { font-weight: 600; text-align: left } th, td { border-top: 1px solid var(--line); padding: .4rem .6rem .4rem 0; text-align: left; vertical-align: top }
td { overflow-wrap: break-word } th code { overflow-wrap: anywhere } code { font: .85rem ui-monospace, monospace }
@media (max-width: 40rem) { thead { clip-path: inset(50%); position: absolute } tr, td, th { display: block; border: 0; padding: 0 } tr { border-top: 1px solid var(--line); padding: .5rem 0 } td::before { color: var(--soft); content: attr(data-name) " " } }
`
