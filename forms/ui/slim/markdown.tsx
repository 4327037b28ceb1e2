import type { ReactNode } from 'react';

/** Stands in for markdown-to-jsx, which react-jsonschema-form uses in templates that our theme does not show. */
export const Markdown = ({ children }: { children?: ReactNode }) => children;
