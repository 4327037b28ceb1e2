import { createContext, useContext } from 'react';
import type { Json } from '../../engine/state.ts';
import type { Evaluation } from '../evaluate.ts';
import type { ExpandedForm } from '../expand.ts';
import type { FieldPath } from '../field-path.ts';
import type { Catalogues, FileValue } from '../form.ts';
import type { Lang } from '../text.ts';
import type { Say } from './words.ts';

/** Sends one file; tells how far it is, 0 to 1; rejects with a message for people, or any error. */
export type Upload = (path: FieldPath, file: File, progress: (done: number) => void) => Promise<FileValue>;

/** What every question on a page needs to know beyond its own value. */
export interface Asking {
  readonly expanded: ExpandedForm;
  readonly evaluation: Evaluation;
  readonly errors: ReadonlyMap<FieldPath, string>;
  readonly warnings: ReadonlyMap<FieldPath, string>;
  /** What the office wrote about a field when it asked for a supplement. */
  readonly remarks: ReadonlyMap<FieldPath, string>;
  readonly lang: Lang;
  readonly say: Say;
  readonly catalogues: Catalogues;
  readonly readOnly: boolean;
  /** The page asks for this one field, and its heading has said so. */
  readonly only: FieldPath | undefined;
  readonly upload: Upload | undefined;
  readonly fileHref: ((file: FileValue) => string) | undefined;
  /** Puts an answer in the place of another, as if it had been typed. */
  readonly replace: (path: FieldPath, value: Json) => void;
  /** A file begins (+1) or ends (-1) its way up. */
  readonly uploads: (change: 1 | -1) => void;
}

const Context = createContext<Asking | undefined>(undefined);
export const AskingProvider = Context.Provider;

export function useAsking(): Asking {
  const asking = useContext(Context);
  if (!asking) throw new Error('expected a question inside a form page, but there is none around it');
  return asking;
}

/** Element id of the control at a place; error summaries link to it. */
export const controlId = (path: FieldPath): string => `answer.${path}`;
