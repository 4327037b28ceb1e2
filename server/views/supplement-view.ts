import type { Form } from '../../forms/form.ts';
import type { LetterRow } from '../../storage/tables/letters.ts';
import type { SupplementRow } from '../../storage/tables/supplements.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { SupplementView } from '../api/supplement.ts';
import { fieldLabel } from './answer.ts';

/** What was asked to correct, with the value as it was and, once answered, as it became. */
export function supplementView(row: SupplementRow, form: Form | undefined, tasks: readonly TaskRow[], letters: readonly LetterRow[]): SupplementView {
  const task = tasks.find((one) => one.role === 'applicant' && one.openedAt >= row.requestedAt && (row.answeredAt === null || one.openedAt <= row.answeredAt));
  const letter = letters.find((one) => one.letter.startsWith('supplement') && one.issuedAt >= row.requestedAt);
  return {
    number: row.number, requestedAt: row.requestedAt, respondBy: task?.dueAt ?? null, answeredAt: row.answeredAt, remark: row.remark, letter: letter?.id ?? null,
    items: row.items.map((item) => ({ ...item, label: fieldLabel(form, item.path) })),
  };
}
