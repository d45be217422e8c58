/** Runs in the browser, in `/docs`: renders the API reference and keeps the links to problems working. */

interface Scalar {
  readonly createApiReference: (mount: string, options: Readonly<Record<string, unknown>>) => unknown
}

/** Colours with a contrast of at least 4.5 to 1, and the system's fonts. */
const customCss = `
:root { --scalar-font: system-ui, sans-serif; --scalar-font-code: ui-monospace, monospace }
.light-mode {
  --scalar-color-1: #1a1a1a; --scalar-color-2: #444; --scalar-color-3: #595959; --scalar-color-accent: #0550ae;
  --scalar-color-green: #0a5c2b; --scalar-color-red: #a40e26; --scalar-color-yellow: #6b4e00;
  --scalar-color-blue: #0550ae; --scalar-color-orange: #8a3a00; --scalar-color-purple: #5b2da0;
  --scalar-sidebar-color-2: #444; --scalar-sidebar-search-color: #595959;
}
.dark-mode {
  --scalar-color-1: #f2f2f2; --scalar-color-2: #c8c8c8; --scalar-color-3: #b0b0b0; --scalar-color-accent: #8cc0ff;
  --scalar-color-green: #6fdc8c; --scalar-color-red: #ff9c9c; --scalar-color-yellow: #f2d06b;
  --scalar-color-blue: #8cc0ff; --scalar-color-orange: #ffb577; --scalar-color-purple: #cdb0ff;
  --scalar-sidebar-color-2: #c8c8c8; --scalar-sidebar-search-color: #b0b0b0;
}
`

const problems = document.querySelector<HTMLDetailsElement>("#problems")

/** Shows the problem that the address names; `false` where it names none. */
const showProblem = (): boolean => {
  const row = document.getElementById(location.hash.slice(1))
  if (!problems || !row || !problems.contains(row)) return false
  problems.open = true
  row.scrollIntoView({ block: "center" })
  return true
}

const { Scalar } = globalThis as typeof globalThis & { readonly Scalar?: Scalar }
if (Scalar !== undefined) {
  if (problems && !showProblem()) problems.open = false
  // Scalar changes the address while it renders, so this keeps what was asked for.
  const asked = location.hash
  Scalar.createApiReference("#reference", {
    url: "/openapi.json",
    servers: [{ url: location.origin }],
    agent: { disabled: true, hideAddApi: true },
    customCss,
    defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
    defaultOpenAllTags: true,
    documentDownloadType: "direct",
    hideClientButton: true,
    // The page around it follows the system too.
    hideDarkModeToggle: true,
    mcp: { disabled: true },
    onLoaded: () => {
      if (location.hash === asked) showProblem()
    },
    persistAuth: false,
    // `undefined` would be a proxy of Scalar's.
    proxyUrl: "",
    showDeveloperTools: "never",
    telemetry: false,
    withDefaultFonts: false,
  })
}
addEventListener("hashchange", showProblem)
