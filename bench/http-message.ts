/** Where the first HTTP/1.1 message of `text` ends, or -1 where it has not come whole. As little as load needs. */
export const endOfMessage = (text: string): number => {
  const head = text.indexOf("\r\n\r\n")
  if (head < 0) return -1
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head))?.[1]
  if (length !== undefined) {
    const end = head + 4 + Number(length)
    return text.length < end ? -1 : end
  }
  // Without a length it is chunked. JSON holds no line ends, so that only the last chunk looks like this.
  const last = text.indexOf("\r\n0\r\n\r\n", head + 2)
  return last < 0 ? -1 : last + 7
}
