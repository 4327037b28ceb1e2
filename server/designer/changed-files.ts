import type { Json } from '../../engine/state.ts';
import type { Finding as Found } from '../../procedures/finding.ts';
import type { PackageFile } from '../../storage/tables/procedures.ts';
import type { Finding } from '../api/designer.ts';
import type { Language } from '../http/language.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { OpenPackage } from './draft.ts';

const mostBytes = 10_000_000;

/** A package with changed files laid over it; `text: null` takes one away. Throws too-large. */
export function withChanges(files: OpenPackage['files'], changes: readonly { readonly path: string; readonly text: string | null }[]): Record<string, PackageFile> {
  const result = new Map(Object.entries(files));
  for (const { path, text } of changes) {
    if (text === null) result.delete(path);
    else result.set(path, { text });
  }
  const size = [...result.values()].reduce((sum, file) => sum + ('text' in file ? Buffer.byteLength(file.text) : 0), 0);
  if (result.size > 300 || size > mostBytes) throw new ProblemError('too-large');
  return Object.fromEntries(result);
}

/** A finding as the designer is told of it. */
export const findingView = ({ rule, severity, element, message, messageVi, file, counterexample }: Found): Finding => ({
  rule, severity, element: element.slice(0, 500) || '-', message: message.slice(0, 500) || '-', ...(messageVi === undefined ? {} : { messageVi: messageVi.slice(0, 500) }), ...(file === undefined ? {} : { file }), ...(counterexample === undefined ? {} : { counterexample: [...counterexample] }),
});

/** What was found, for a package that has an error. */
export const notSound = (findings: readonly Found[], language: Language): ProblemError => new ProblemError('not-sound', {
  current: findings.map(findingView) as unknown as Json,
  errors: findings.filter(({ severity }) => severity === 'error').slice(0, 50).map(({ element, message, messageVi }) => ({ path: element, message: language === 'vi' ? messageVi ?? message : message })),
});
