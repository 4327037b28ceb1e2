import type { Definition, Node } from '../../engine/definition.ts';
import { knownWords, placeOf, type WordLanguage } from '../../engine/element-words.ts';
import type { Finding } from '../finding.ts';
import type { LoadedProcedure } from '../loaded.ts';

/** What a rule finds, said to readers of both languages. */
export type Found = Omit<Finding, 'rule'> & { readonly messageVi: string };
/** One sentence in both languages: `en` says what was expected and what came, `vi` what is so and, in plain words, what is to be done. */
export interface Said {
  readonly en: string;
  readonly vi: string;
}

/** One thing that a package must hold, looked at in a package that loads. The rule's name is its file's. `today`, where it is known, is the day of the office: nothing is filed before it any more. */
export interface Rule {
  readonly name: string;
  readonly check: (loaded: LoadedProcedure, today?: string) => Iterable<Found>;
}

export const nodesOf = ({ definition }: LoadedProcedure): readonly Node[] => Object.values(definition.nodes);
/** A step as its author finds it: by its name, or by what stands around it, and its id; in Vietnamese without, wherever there are words. */
export const called = (definition: Definition, node: Node, language: WordLanguage = 'en'): string => {
  const words = knownWords(placeOf(definition, node, language), language);
  if (language === 'vi') return node.name ? `“${node.name}”` : (words ?? node.id);
  if (node.name) return `"${node.name}" (${node.id})`;
  return words === undefined ? node.id : `${words} (${node.id})`;
};
/** Without a file it is the one in which the process stands. */
export const error = (element: string, { en, vi }: Said, file?: string): Found => ({ severity: 'error', element, message: en, messageVi: vi, ...(file !== undefined && { file }) });
export const note = (element: string, said: Said, file?: string): Found => ({ ...error(element, said, file), severity: 'note' });
export const warning = (element: string, said: Said, file?: string): Found => ({ ...error(element, said, file), severity: 'warning' });
