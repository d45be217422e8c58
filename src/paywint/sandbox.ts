/** Where both of Paywint's APIs can be tried. Production is named on purpose or not used. */
export const sandbox = "https://api.sandbox.paywint.com"
