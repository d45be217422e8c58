/** What the emulator takes for valid credentials. */
export interface Credentials {
  readonly paywintPlatform: { readonly id: string; readonly secret: string }
  readonly paywintDeveloper: { readonly key: string; readonly secret: string }
  readonly payNow: { readonly key: string }
}

/** The same on every machine and no secret: they open nothing but an emulator. */
export const developmentCredentials: Credentials = {
  paywintPlatform: { id: "e0000000-0000-4000-8000-000000000001", secret: "emulator-platform-secret" },
  paywintDeveloper: { key: "e0000000-0000-4000-8000-000000000002", secret: "emulator-developer-secret" },
  payNow: { key: "pnapi_v1_emulator" },
}

/** The configuration that points every API to the emulator at `url`. */
export const environment = (
  url: string,
  credentials: Credentials = developmentCredentials,
): Record<string, string> => ({
  PAYWINT_PLATFORM_BASE_URL: url,
  PAYWINT_PLATFORM_ID: credentials.paywintPlatform.id,
  PAYWINT_PLATFORM_SECRET: credentials.paywintPlatform.secret,
  PAYWINT_DEVELOPER_BASE_URL: url,
  PAYWINT_API_KEY: credentials.paywintDeveloper.key,
  PAYWINT_API_SECRET: credentials.paywintDeveloper.secret,
  PAYNOW_BASE_URL: url,
  PAYNOW_API_KEY: credentials.payNow.key,
})
