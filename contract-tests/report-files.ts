import { accessSync, constants, lstatSync, realpathSync, statSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"

/** A report that a run ends with: the option that asks for it, and the file that it names. */
export interface ReportFile {
  readonly option: string
  readonly file: string
}

/** Why reports can't be written, if they can't. Nothing is written, so it can be asked before a run begins. */
export const reportFault = (reports: ReadonlyArray<ReportFile>): string | undefined => {
  const options = new Map<string, string>()
  for (const { file, option } of reports) {
    const why = fileFault(file)
    if (why !== undefined) return `--${option} ${file}: ${why}`
    const place = placeOf(file)
    const other = options.get(place)
    if (other !== undefined) return `--${other} and --${option} name the same file: ${file}`
    options.set(place, option)
  }
  return undefined
}

/** Writes a report. Says why it could not be written, if it could not. */
export const writeReport = ({ file, option }: ReportFile, text: string): string | undefined => {
  try {
    writeFileSync(file, text)
    return undefined
  } catch (error) {
    return `--${option} ${file} could not be written: ${reasonOf(error)}`
  }
}

const found = { throwIfNoEntry: false } as const

const fileFault = (file: string): string | undefined => {
  if (file === "") return "it names no file"
  const folder = dirname(file)
  try {
    const holder = statSync(folder, found)
    if (holder === undefined) return `the folder ${folder} does not exist`
    if (!holder.isDirectory()) return `${folder} is no folder`
    const known = statSync(file, found)
    if (file.endsWith("/") || known?.isDirectory()) return "it is a folder"
    if (known === undefined && lstatSync(file, found) !== undefined)
      return "it is a link to a file that does not exist"
    if (known === undefined) accessSync(folder, constants.W_OK | constants.X_OK)
    else accessSync(file, constants.W_OK)
    return undefined
  } catch (error) {
    return `a file can't be written in the folder ${folder}: ${reasonOf(error)}`
  }
}

/** The same for two names of one file. */
const placeOf = (file: string): string => {
  const known = statSync(file, found)
  return known === undefined ? join(realpathSync(dirname(file)), basename(file)) : `${known.dev} ${known.ino}`
}

/** Why a file could not be written: Node's message without the system call and the file that it ends with. */
export const reasonOf = (error: unknown) =>
  error instanceof Error ? error.message.replace(/, \w+ '.*$/s, "") : String(error)
