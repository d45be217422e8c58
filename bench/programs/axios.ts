import axios, { type AxiosAdapter, AxiosHeaders, type AxiosInstance } from "axios"
import { answerTo } from "../answers.ts"
import { credentials, session, store, type Transport, type Way } from "./cases.ts"

/** As PayNow's own SDK calls: an instance with the key among its headers. In memory it still parses the text. */
export const withAxios = ({ baseUrl, fetch }: Transport): Way =>
  calling(axios.create({ ...shared(baseUrl), ...(fetch === undefined ? {} : { adapter: inMemory }) }))

/** The same on the adapter that it takes where there is no more than `fetch`, as on an edge: in memory what all others ask. */
export const withAxiosOnFetch = ({ baseUrl, fetch }: Transport): Way =>
  calling(
    axios.create({
      ...shared(baseUrl),
      adapter: "fetch",
      ...(fetch === undefined ? {} : { env: { fetch } }),
    }),
  )

const shared = (baseURL: string) => ({
  baseURL,
  headers: { Authorization: `APIKey ${credentials.payNow.key}` },
})

const calling = (client: AxiosInstance): Way => ({
  "PayNow.createCheckoutSession": async () => {
    const { data } = await client.post<unknown>(`/v1/stores/${store}/checkouts`, session)
    return data
  },
})

const inMemory: AxiosAdapter = (config) => {
  const data = answerTo(config.url ?? "")
  const headers = new AxiosHeaders({
    "content-length": String(data.length),
    "content-type": "application/json",
  })
  return Promise.resolve({ config, data, headers, status: 200, statusText: "OK" })
}
