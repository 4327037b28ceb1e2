import type { Sentence } from '../../server/api/shape.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { inNames } from './element-names.ts';
import './findings.css';

/** A sentence in the reader's language, with elements by their names. `nameOf` gives back the id of what it does not know. */
export const Exact = ({ of: { message, messageVi }, nameOf }: { of: Sentence; nameOf: (id: string) => string }) => {
  const known = (id: string): string | undefined => {
    const name = nameOf(id);
    return name === id ? undefined : name;
  };
  return <span className="exact-words">{inNames(useLanguage() === 'vi' ? messageVi : message, known)}</span>;
};
