import { accessSync, constants } from "node:fs"
import { delimiter, join } from "node:path"
import process from "node:process"

const names = ["chromium", "chromium-browser", "google-chrome"]

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where Chromium is. Nothing of this project brings one: where there is none, nothing can be said of browsers. */
export const chromiumPath = names
  .flatMap((name) => (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name)))
  .find(runs)
