import { defineConfig } from "vitest/config"

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: { include: ["src/**/*.test.ts", "specs/**/*.test.ts", "contract-tests/**/*.test.ts"] },
})
