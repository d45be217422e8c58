/**
 * Says why a credential can't be used; `undefined` where it can. The rules depend on how the credential is sent. The
 * message never shows the value.
 */
export type CredentialFault = (value: string) => string | undefined

/** For a credential that is a key and never sent: any text, as UTF-8. */
export const keyFault: CredentialFault = (value) => {
  if (value === "") return "is empty"
  return value.isWellFormed()
    ? undefined
    : "must be well-formed Unicode, because its UTF-8 bytes are the signing key; set it again"
}

const again = "because it is sent in a header; set it again, without a line break at its end"

/** For a credential that is a header's whole value (RFC 9110, section 5.5). */
export const headerFault: CredentialFault = (value) =>
  /^[!-~]+(?:[ \t]+[!-~]+)*$/.test(value)
    ? undefined
    : `must be visible ASCII characters, with spaces and tabs only between them, ${again}`

/** For a credential that follows a scheme in `Authorization`, where a space would end it. */
export const tokenFault: CredentialFault = (value) =>
  /^[!-~]+$/.test(value) ? undefined : `must be visible ASCII characters without spaces, ${again}`

/** For an identifier that is a UUID. */
export const uuidFault: CredentialFault = (value) =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value) ? undefined : "must be a UUID"
