import type { ReactNode } from 'react';
import type { Json } from '../../engine/state.ts';
import type { Field } from '../expand.ts';
import type { FieldPath } from '../field-path.ts';

/** A field, where it stands, and its value as typed so far. */
export interface AskProps {
  readonly field: Field;
  readonly path: FieldPath;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

/** What each widget is given. */
export interface WidgetProps extends AskProps {
  readonly id: string;
  readonly invalid: boolean;
  /** Ids of hint, remark, error and note, for aria-describedby. */
  readonly describedBy: string | undefined;
  /** Asks a part of this field, with its own label and error. */
  readonly ask: (key: string, part: AskProps) => ReactNode;
}

/** How a widget is labelled: one control with a label, several with a legend, or by itself. */
export type Framing = 'label' | 'legend' | 'own';
