/** What a defect is, in a line: a validator lists everything that it knows in the lines below. */
export const firstLine = (defect: unknown): string => String(defect).replace(/\n[^]*/, "")
