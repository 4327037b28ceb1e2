/** `fee#fee` for each decision of a DMN file, as steps name them. */
export const decisionIds = (path: string, text: string): string[] => {
  const file = path.slice(path.lastIndexOf('/') + 1, -'.dmn'.length);
  return [...text.matchAll(/<(?:[\w-]+:)?decision\s[^>]*?\bid="([^"]+)"/g)].map(([, id]) => `${file}#${id}`);
};
