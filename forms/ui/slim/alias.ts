const here = (file: string) => decodeURIComponent(new URL(file, import.meta.url).pathname);

/** For `resolve.alias` of Vite: lighter stand-ins for what a page never needs in full. Preact stands in for React (docs/decisions/0011). */
export const slim = [
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx$1-runtime' },
  { find: /^re2js$/, replacement: here('patterns.ts') },
  { find: /^markdown-to-jsx\/react$/, replacement: here('markdown.tsx') },
  { find: /^fast-uri$/, replacement: here('references.ts') },
  { find: /^@x0k\/json-schema-merge(\/lib\/array)?$/, replacement: here('merge.ts') },
  { find: /^@lezer\/highlight$/, replacement: here('highlight.ts') },
];
