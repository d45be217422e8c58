import openapiTypescript, { astToString } from "openapi-typescript"
import type { OpenApiDocument } from "./document.ts"

/** The types of one API's document, by openapi-typescript. */
export const generateTypes = async (document: OpenApiDocument): Promise<string> =>
  astToString(
    await openapiTypescript(structuredClone(document) as never, {
      // A property with a default may still be left out of a request.
      defaultNonNullable: false,
      immutable: true,
    }),
  )
