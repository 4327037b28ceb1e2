import { createContext, useContext } from 'react';
import type { Finding } from '../../server/api/designer.ts';
import type { ExpandedForm } from '../../forms/expand.ts';
import type { FieldId, Form } from '../../forms/form.ts';
import type { Missing } from './edit/missing-texts.ts';
import type { NewKind } from './edit/library.ts';

/** What the panel beside the outline is about. */
export interface Selected {
  readonly kind: 'section' | 'page' | 'field';
  readonly id: string;
}

/** Where a new question of the library will stand. */
export interface Placing {
  readonly kind: NewKind;
  readonly page: string;
  readonly at: number;
  /** The row it becomes a column of: `work.floors[]`. */
  readonly row?: FieldId;
}

/** What every part of the builder works on. */
export interface Editing {
  readonly form: Form;
  readonly expanded: ExpandedForm;
  readonly missing: ReadonlyMap<FieldId, Missing>;
  readonly selected: Selected | undefined;
  /** Shows something in the panel; with `focus` its row in the outline takes the focus too, wherever it went. */
  readonly select: (what: Selected, focus?: 'row' | 'panel') => void;
  /** The next form. Changes about the same thing are one step of undo; `said` is told to screen readers. */
  readonly change: (form: Form, about?: string, said?: string) => void;
  /** Opens the dialog that names a new question. */
  readonly place: (placing: Placing) => void;
  /** Goes to a rule and opens it. */
  readonly openRule: (key: string) => void;
  /** What the last check found in this form. */
  readonly findings: readonly Finding[];
}

const Context = createContext<Editing | undefined>(undefined);
export const EditingProvider = Context.Provider;

export function useEditing(): Editing {
  const editing = useContext(Context);
  if (!editing) throw new Error('expected a part of the form builder inside it, but nothing is being edited');
  return editing;
}

/** Element id of a row of the outline, and of the panel about what is selected. */
export const rowId = ({ kind, id }: Selected): string => `outline-${kind}-${id}`;
export const ruleId = (key: string): string => `rule-${key.replace(' ', '-')}`;
export const panelId = 'builder-panel';
