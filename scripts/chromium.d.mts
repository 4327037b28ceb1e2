/** The path of the browser for the end-to-end tests; undefined where there is none. */
export function findChromium(): string | undefined;
/** The same, after an attempt to install one (as root, with apt). */
export function ensureChromium(): string | undefined;
