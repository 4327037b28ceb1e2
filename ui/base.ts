/** What every address of this app begins with: a draft that is tried out lives under `/try/<trial>/<person>`, everything else at the root. */
export const base = /^\/try\/[\w-]+\/[\w-]+/.exec(globalThis.location?.pathname ?? '')?.[0] ?? '';

/** An address that the server gave, such as a download's, as this app reaches it. */
export const inHere = (path: string): string => (path.startsWith('/') ? `${base}${path}` : path);
