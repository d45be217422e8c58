const hex = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, "0")).join("")

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** The forms in which a secret could be hidden in a text. */
const forms = (secret: string): ReadonlyArray<string> => {
  // Inside a longer text base64 depends on where the secret begins; the middle of all three is the same as alone.
  const encoded = [0, 1, 2].map((shift) =>
    base64(`${"\0".repeat(shift)}${secret}`).slice(shift === 0 ? 0 : 4, -4),
  )
  const inBase64 = encoded.flatMap((text) => [text, text.replaceAll("+", "-").replaceAll("/", "_")])
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [secret, inJson, hex(secret), hex(secret).toUpperCase(), encodeURIComponent(secret), ...inBase64]
}

/**
 * The last guard before anything is stored: whether `text` holds one of `secrets`, in plain, in hex, in base64 or
 * URL-encoded. Secrets of fewer than eight characters are found in plain only: their encodings are everywhere.
 */
export const holdsSecret = (text: string, secrets: Iterable<string>): boolean => {
  const folded = text.toLowerCase()
  for (const secret of secrets) {
    if (secret === "") continue
    if (
      secret.length < 8
        ? text.includes(secret)
        : forms(secret).some((form) => folded.includes(form.toLowerCase()))
    ) {
      return true
    }
  }
  return false
}
