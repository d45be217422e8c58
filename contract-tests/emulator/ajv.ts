import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js"
import { fullFormats } from "ajv-formats/dist/formats.js"

const largestFlakeId = 2n ** 64n - 1n

/** Strict, so that a keyword or format that is unknown here fails at start and is not skipped in silence. */
export const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  discriminator: true,
  strictRequired: false,
  strictTypes: false,
  formats: {
    ...fullFormats,
    uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    int64: {
      type: "number",
      validate: (value: number) => Number.isInteger(value) && Math.abs(value) <= 2 ** 63,
    },
    "flake-id": (value: string) => /^\d{1,20}$/.test(value) && BigInt(value) <= largestFlakeId,
  },
})

// OpenAPI's words that validate nothing, and the part of a document that its references point into.
ajv.addVocabulary(["example", "externalDocs", "xml", "components"])

export const explain = (errors: ReadonlyArray<ErrorObject> | null | undefined, subject: string) =>
  (errors ?? [])
    .map(
      ({ instancePath, message, params }) => `${subject}${instancePath} ${message} ${JSON.stringify(params)}`,
    )
    .join("; ")
