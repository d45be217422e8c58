import axios, { AxiosHeaders, type AxiosAdapter } from "axios"
import { answerTo } from "../answers.ts"
import { credentials, session, store, type Transport, type Way } from "./cases.ts"

/** As PayNow's own SDK calls: an instance with the key among its headers. In memory it still parses the text. */
export const withAxios = ({ baseUrl, fetch }: Transport): Way => {
  const client = axios.create({
    ...(fetch === undefined ? {} : { adapter: inMemory }),
    baseURL: baseUrl,
    headers: { Authorization: `APIKey ${credentials.payNow.key}` },
  })
  return {
    "PayNow.createCheckoutSession": async () => {
      const { data } = await client.post<unknown>(`/v1/stores/${store}/checkouts`, session)
      return data
    },
  }
}

const inMemory: AxiosAdapter = (config) => {
  const data = answerTo(config.url ?? "")
  const headers = new AxiosHeaders({
    "content-length": String(data.length),
    "content-type": "application/json",
  })
  return Promise.resolve({ config, data, headers, status: 200, statusText: "OK" })
}
