/** Stands in for fast-uri, with which react-jsonschema-form resolves references: page shapes have none. */
export default {
  equal: (one: string, other: string): boolean => one === other,
  resolve: (base: string, reference: string): string => new URL(reference, base).href,
};
