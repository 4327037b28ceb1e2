/** Where to go after signing in: a path of the portal, never another site (`//evil.example`, `/\evil`). */
export const returnPath = (asked: string | null): string => (asked !== null && /^\/([^/\\].*)?$/.test(asked) ? asked : '/dossiers');
