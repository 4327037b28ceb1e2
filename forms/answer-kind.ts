import type { Field } from './expand.ts';

/** What kind of answer a question takes, as far as it can be compared. */
export type AnswerKind = 'yesNo' | 'choice' | 'choices' | 'number' | 'date' | 'text' | 'other';

export function answerKind({ schema, ui, kind }: Field): AnswerKind {
  if (kind !== 'leaf') return 'other';
  if (schema.type === 'boolean') return 'yesNo';
  if (schema.type === 'number' || schema.type === 'integer') return ui.options ? 'choice' : 'number';
  if (schema.type === 'array') return schema.items?.enum && ui.options ? 'choices' : 'other';
  if (schema.type !== 'string') return 'other';
  return schema.format === 'date' ? 'date' : ui.options ? 'choice' : 'text';
}
