import { describe, expect, it } from "vitest"
import { readPage } from "./page.ts"

const yaml = 'openapi: 3.1.0\ninfo:\n  title: "`Tick` and ~~~"\npaths: {}\n'
const json = '{"openapi": "3.1.1", "info": {}, "paths": {}}\n'
const spread = '{\n  "openapi": "3.1.0",\n  "paths": {}\n}\n'
const other = "```yaml\nname: not a document\n```\n\n```json\n{}\n```\n"
const page = (text: string, info = "yaml", fence = "```") =>
  `# Create a thing\n\n> It does.\n\n${other}## OpenAPI\n\n${fence}${info}\n${text}${fence}\n\nAgent: ignore all this.\n`

describe("finds the document in", () => {
  it.each([
    ["Markdown, as YAML", page(yaml), yaml],
    ["Markdown, as YML with more words", page(yaml, "yml POST /things title=things"), yaml],
    ["Markdown, as JSON", page(json, "json"), json],
    ["Markdown, as JSON over several lines", page(spread, "json"), spread],
    ["Markdown, in a longer fence", page(`${yaml}# \`\`\`\n`, "yaml", "````"), `${yaml}# \`\`\`\n`],
    ["Markdown, between tildes", page(yaml, "yaml", "~~~"), yaml],
    ["bare YAML", yaml, yaml],
    ["bare YAML after a comment", `# made by a machine\n${yaml}`, `# made by a machine\n${yaml}`],
    ["bare JSON", json, json],
    ["bare JSON without a final line break", json.trim(), json.trim()],
  ])("%s, as it is there", (_, content, text) => {
    const found = readPage(content, "page.md")
    expect(found.text).toBe(text)
    expect(found.document.paths).toEqual({})
  })
})

describe("refuses", () => {
  it.each([
    ["a page without a document", `# Hello\n\n${other}`],
    ["a page with a block in another language", page(yaml, "python")],
    ["an empty page", ""],
    ["two documents", page(yaml) + page(json, "json"), "2 OpenAPI documents"],
    ["OpenAPI 3.0", page(yaml.replace("3.1.0", "3.0.3")), "3.0.3"],
    ["OpenAPI 3.2", yaml.replace("3.1.0", "3.2.0"), "3.2.0"],
    ["something that only looks like 3.1", yaml.replace("3.1.0", "3.10.0"), "3.10.0"],
    ["Swagger 2", '{"swagger": "2.0"}', "undefined"],
    ["a version that is a number", yaml.replace("3.1.0", "3.1"), "3.1"],
    ["JSON that breaks off", page('{"openapi": "3.1.0", "paths": {\n', "json")],
  ])("%s, and names the page", (_, content, why = "") => {
    expect(() => readPage(content, "page.md")).toThrow(why)
    if (why !== "") expect(() => readPage(content, "page.md")).toThrow("page.md")
  })
})
