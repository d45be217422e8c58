/** The bindings of `wrangler.toml` name these classes, so every Worker that is built with it has to export them. */
export class ContractRuns {}
export class IdempotentCalls {}
