import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { otlpSettings } from "./otlp-settings.ts"

const read = (env: Readonly<Record<string, unknown>>) =>
  Effect.runSync(Effect.provide(otlpSettings, ConfigProvider.layer(ConfigProvider.fromUnknown(env))))

const to = (url: string, more: object = {}) => ({ headers: {}, timeout: 10_000, url, ...more })
const resource = { "service.name": "edge-checkout" }
const endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT"

it("sends nothing without an endpoint, or where it is told not to", () => {
  for (const env of [
    {},
    { [endpoint]: "" },
    { OTEL_EXPORTER_OTLP_HEADERS: "a=%", OTEL_SERVICE_NAME: "shop" },
    { [endpoint]: "https://a.example", OTEL_SDK_DISABLED: "true" },
    { [endpoint]: "no URL", OTEL_SDK_DISABLED: "TRUE" },
  ]) {
    expect(read(env)).toEqual({ settings: undefined, warnings: [] })
  }
})

describe("an endpoint", () => {
  it.each([
    ["https://a.example", "https://a.example/v1/"],
    ["https://a.example/", "https://a.example/v1/"],
    ["https://a.example/otlp", "https://a.example/otlp/v1/"],
    ["https://a.example/otlp//", "https://a.example/otlp/v1/"],
    ["http://127.0.0.1:4318 ", "http://127.0.0.1:4318/v1/"],
  ])("%j of both signals gets the path of each", (value, base) => {
    const settings = { metrics: to(`${base}metrics`), resource, traces: to(`${base}traces`) }
    for (const name of [endpoint, "OTLP_ENDPOINT"]) {
      expect(read({ [name]: value })).toEqual({ settings, warnings: [] })
    }
  })

  it("of one signal is taken as it is, before that of both", () => {
    const env = {
      [endpoint]: "https://both.example",
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "https://traces.example/in?to=1",
      OTLP_ENDPOINT: "https://old.example",
    }
    const traces = to("https://traces.example/in?to=1")
    expect(read(env).settings).toEqual({ metrics: to("https://both.example/v1/metrics"), resource, traces })
    const alone = { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: "https://metrics.example" }
    expect(read(alone).settings).toEqual({
      metrics: to("https://metrics.example/"),
      resource,
      traces: undefined,
    })
  })
})

describe("headers", () => {
  it.each([
    ["api-key=s3cret", { "api-key": "s3cret" }],
    ["Authorization=Basic dXNlcjpwYXNz==", { authorization: "Basic dXNlcjpwYXNz==" }],
    [
      "Authorization=Basic%20dXNlcjpwYXNz%3D%3D , x-scope = a%2Cb,",
      { authorization: "Basic dXNlcjpwYXNz==", "x-scope": "a,b" },
    ],
    ["a=", { a: "" }],
  ])("%j are %j", (value, headers) => {
    const { settings, warnings } = read({
      [endpoint]: "https://a.example",
      OTEL_EXPORTER_OTLP_HEADERS: value,
    })
    expect(settings).toMatchObject({ metrics: { headers }, traces: { headers } })
    expect(warnings).toEqual([])
  })

  it("of one signal replace those of both", () => {
    const env = {
      [endpoint]: "https://a.example",
      OTEL_EXPORTER_OTLP_HEADERS: "both=1",
      OTEL_EXPORTER_OTLP_METRICS_HEADERS: "metrics=1",
    }
    expect(read(env).settings).toMatchObject({
      metrics: { headers: { metrics: "1" } },
      traces: { headers: { both: "1" } },
    })
  })
})

it("names what is sent and how long it may take", () => {
  const env = {
    [endpoint]: "https://a.example",
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    // As a number of a `wrangler.toml` is bound.
    OTEL_EXPORTER_OTLP_TIMEOUT: 2_500,
    OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: "500",
    OTEL_RESOURCE_ATTRIBUTES: "service.name=ignored,deployment.environment.name=pro%20duction",
    OTEL_SDK_DISABLED: "false",
    OTEL_SERVICE_NAME: "shop",
  }
  expect(read(env)).toEqual({
    settings: {
      metrics: to("https://a.example/v1/metrics", { timeout: 2_500 }),
      resource: { "deployment.environment.name": "pro duction", "service.name": "shop" },
      traces: to("https://a.example/v1/traces", { timeout: 500 }),
    },
    warnings: [],
  })
  const { OTEL_SERVICE_NAME: _, ...unnamed } = env
  expect(read(unnamed).settings?.resource["service.name"]).toBe("ignored")
})

it.each([
  [endpoint, "s3cret", undefined],
  [endpoint, "ftp://a.example/s3cret", undefined],
  [endpoint, "https://user:s3cret@a.example", undefined],
  [endpoint, { s3cret: true }, undefined],
  ["OTEL_EXPORTER_OTLP_HEADERS", "s3cret", undefined],
  ["OTEL_EXPORTER_OTLP_HEADERS", "=s3cret", undefined],
  ["OTEL_EXPORTER_OTLP_HEADERS", "a b=s3cret", undefined],
  ["OTEL_EXPORTER_OTLP_HEADERS", "a=s3cret%", undefined],
  ["OTEL_EXPORTER_OTLP_HEADERS", "a=s3cret%0d%0aX-More:%201", undefined],
  ["OTEL_EXPORTER_OTLP_TIMEOUT", "s3cret", "https://a.example/v1/traces"],
  ["OTEL_EXPORTER_OTLP_TIMEOUT", "0", "https://a.example/v1/traces"],
  ["OTEL_EXPORTER_OTLP_TIMEOUT", "1e99", "https://a.example/v1/traces"],
  ["OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf", "https://a.example/v1/traces"],
  ["OTEL_EXPORTER_OTLP_PROTOCOL", "grpc", "https://a.example/v1/traces"],
  ["OTEL_RESOURCE_ATTRIBUTES", "s3cret", "https://a.example/v1/traces"],
  ["OTEL_SDK_DISABLED", "s3cret", "https://a.example/v1/traces"],
  ["OTEL_SERVICE_NAME", { s3cret: true }, "https://a.example/v1/traces"],
])("one warning names %s where it is %j, and does not quote it", (name, value, url) => {
  const { settings, warnings } = read({ [endpoint]: "https://a.example", [name]: value })
  expect(settings?.traces?.url).toBe(url)
  expect(settings?.metrics?.url).toBe(url?.replace("traces", "metrics"))
  if (url !== undefined) expect(settings?.resource).toEqual(resource)
  expect(warnings).toEqual([expect.stringMatching(new RegExp(`^${name} `))])
  expect(warnings.join()).not.toMatch(/s3cret|protobuf|grpc|1e99/)
})

it("goes on with the signal that can be sent", () => {
  const env = { [endpoint]: "https://a.example", OTEL_EXPORTER_OTLP_TRACES_HEADERS: "no list" }
  expect(read(env)).toEqual({
    settings: { metrics: to("https://a.example/v1/metrics"), resource, traces: undefined },
    warnings: [expect.stringContaining("OTEL_EXPORTER_OTLP_TRACES_HEADERS")],
  })
})
