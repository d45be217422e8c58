/** Of a process that starts wrangler. Nothing leaves the machine: it would fetch a sample of `Request.cf`, and report. */
export const offline = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_WRITE_LOGS: "false",
} as const

/** Variables as wrangler binds them. */
export const bindingsOf = (vars: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(vars).map(([name, value]) => [name, { type: "plain_text" as const, value }]),
  )
