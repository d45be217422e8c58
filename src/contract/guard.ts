import { formsOf } from "../provider/conceal.ts"

/** The last guard before anything is stored: whether `text` holds one of `secrets` in any of its forms. */
export const holdsSecret = (text: string, secrets: Iterable<string>): boolean => {
  const folded = text.toLowerCase()
  for (const secret of secrets) {
    if (formsOf(secret).some((form) => folded.includes(form.toLowerCase()))) return true
  }
  return false
}
