/**
 * Why a credential can't be used, or `undefined` where it can. It depends on what is done with the credential, and it
 * never shows the value.
 */
export type CredentialFault = (value: string) => string | undefined

/** For a credential that is a key and never sent: any text, as UTF-8. */
export const keyFault: CredentialFault = (value) => {
  if (value === "") return "is empty"
  return value.isWellFormed() ? undefined : "must be well-formed Unicode, as it signs as UTF-8; set it again"
}

const again = "as a header carries it; set it again, without a line break at its end"

/** For a credential that is a header's whole value (RFC 9110, section 5.5). */
export const headerFault: CredentialFault = (value) =>
  /^[!-~]+(?:[ \t]+[!-~]+)*$/.test(value)
    ? undefined
    : `must be visible ASCII characters, with spaces and tabs only between them, ${again}`

/** For a credential that follows a scheme in `Authorization`, where a space would end it. */
export const tokenFault: CredentialFault = (value) =>
  /^[!-~]+$/.test(value) ? undefined : `must be visible ASCII characters without spaces, ${again}`
