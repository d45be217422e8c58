import { defineConfig } from "vitest/config"

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  // Two cores, and much of it waits: for time-outs, for processes that start.
  test: { maxWorkers: 3, include: ["src/**/*.test.ts", "specs/**/*.test.ts", "contract-tests/**/*.test.ts"] },
})
