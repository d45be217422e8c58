import { defineConfig } from "vitest/config"

const ofPackage = "contract-tests/package/**/*.test.ts"

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    // Two cores, and much of it waits: for time-outs, for processes that start.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: "source",
          include: ["src/**/*.test.ts", "specs/**/*.test.ts", "contract-tests/**/*.test.ts"],
          exclude: [ofPackage, "**/node_modules/**"],
          // No test measures its own time by this: a busy machine is slow, a test that hangs is found.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // The package is built and packed first, which takes a while; its tests are processes that start.
      {
        test: {
          name: "package",
          include: [ofPackage],
          globalSetup: "contract-tests/package/setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
