const envelope = (data: object) =>
  JSON.stringify({ data, message: "Created", queryGeneratedTime: 4, success: true })

const token = envelope({
  checkout_token: "ct_9f2c7e6b1a4d4c0f8e3b5a7d6c1f0e2b",
  expires_at: "2026-01-01T00:00:00Z",
})
const link = envelope({
  payment_id: "f47ac10b-58cc-4372-a567-0e02b2c3d479",
  payment_link: "https://pay.example/l/f47ac10b",
})
const session = JSON.stringify({
  id: "411486491630370817",
  token: "9f2c7e6b1a4d4c0f8e3b5a7d6c1f0e2b",
  url: "https://checkout.example/411486491630370817",
})

/** What a provider answers on `path`; each answer is valid. */
export const answerTo = (path: string): string =>
  path.startsWith("/v1/") ? session : path.startsWith("/api/platform/") ? link : token
