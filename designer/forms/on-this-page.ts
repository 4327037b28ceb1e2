/** Of all errors of an answer those that a page asks for; rows and parts count as their question. */
export const onThisPage = <E extends { readonly path: string }>(errors: readonly E[], fields: readonly string[]): E[] =>
  errors.filter(({ path }) => fields.some((field) => path === field || path.startsWith(`${field}.`)));
