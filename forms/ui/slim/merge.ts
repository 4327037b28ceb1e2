// Stands in for @x0k/json-schema-merge, with which react-jsonschema-form merges what an `allOf` holds: page shapes have none.

const none = () => () => {
  throw new Error('expected a page shape without allOf, but it has one');
};

export const createComparator = () => ({ compareSchemaDefinitions: none(), compareSchemaValues: none() });
export const createMerger = () => ({ mergeArrayOfSchemaDefinitions: none() });
export const createShallowAllOfMerge = none;
export const createDeduplicator = none;
export const createIntersector = none;
