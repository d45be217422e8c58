const entities: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "&": "&amp;",
  "'": "&#39;",
  "<": "&lt;",
  ">": "&gt;",
}

/** Text as HTML and XML show it, in content and in attributes. What XML has no character for is left out. */
export const escape = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/g, "")
    .replaceAll(/["&'<>]/g, (character) => entities[character] ?? character)
