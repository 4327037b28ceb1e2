import { valueAt } from '../../forms/field-path.ts';
import type { FormPageProps } from '../../forms/ui/form-page.tsx';
import type { SupplementItem } from '../../server/api/supplement.ts';

type Answers = FormPageProps['answer'];

/** The fields to ask again, each once. One cell of a repeating group asks for the group: `work.floors.0.area` for `work.floors`. */
export const fieldsOf = (items: readonly SupplementItem[]): string[] => [...new Set(items.map(({ path }) => path.replace(/\.\d+(\..*)?$/, '')))];

/** What the officer wrote, by the place where it shows. */
export const remarksOf = (items: readonly SupplementItem[]): Record<string, string> => Object.fromEntries(items.map(({ path, remark }) => [path, remark]));

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

export const unchangedOf = (items: readonly SupplementItem[], before: Answers, now: Answers): readonly SupplementItem[] =>
  items.filter(({ path }) => same(valueAt(before, path), valueAt(now, path)));

/** The answer to send: only the flagged paths, as they stand now. */
export const changesOf = (items: readonly SupplementItem[], now: Answers): Answers =>
  Object.fromEntries(items.map(({ path }) => [path, valueAt(now, path) ?? null]));
