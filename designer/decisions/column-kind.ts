import type { ColumnType } from './table-columns.ts';

export const kinds = ['string', 'choice', 'number', 'boolean', 'date'] as const;

/** What cells hold, as it is being chosen: choices one on each line. */
export interface Kind {
  readonly kind: (typeof kinds)[number];
  readonly lines: string;
}

export const plainText: Kind = { kind: 'string', lines: '' };

/** Texts that a column allows: `"new", "repair"`. */
export const allowed = (values: string): readonly string[] => [...values.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([whole]) => JSON.parse(whole) as string);

/** Of a column as the file has it; choices by what people call them. */
export const kindOf = (type: string, values: string, labels: ReadonlyMap<string, string>): Kind => {
  const choices = allowed(values);
  return { kind: choices.length > 0 ? 'choice' : type === 'number' || type === 'boolean' || type === 'date' ? type : 'string', lines: choices.map((value) => labels.get(value) ?? value).join('\n') };
};

/** As the file has it: what people call a choice becomes its code again. Nothing where choices are wanted and none is written. */
export const columnTypeOf = ({ kind, lines }: Kind, labels: ReadonlyMap<string, string>): ColumnType | undefined => {
  if (kind !== 'choice') return { type: kind, values: [] };
  const said = [...new Set(lines.normalize('NFC').split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
  return said.length === 0 ? undefined : { type: 'string', values: said.map((line) => [...labels].find(([, label]) => label === line)?.[0] ?? line) };
};
