import { sayVi } from '../../procedures/refusals/say.ts';
import type { TransferReason } from '../../server/api/transfer.ts';
import { timeLimit } from '../../ui/format.ts';
import { pick, type Language } from '../../ui/language.ts';
import type { Text } from '../words.ts';

const said = ['gone', 'other-kind', 'other-place', 'other-loop', 'other-connector', 'no-flow', 'compensating', 'closed', 'data', 'incident', 'in-hand', 'limit', 'due', 'elsewhere', 'merged', 'undone', 'unreadable'] as const;
type Said = (typeof said)[number];
const isSaid = (code: string): code is Said => (said as readonly string[]).includes(code);

/** Why a dossier stays or needs a look, as a sentence; what has none is said as the engine says it. */
export function reasonWords({ code, element, step, field, from, to, message: english }: TransferReason, text: Text, language: Language): string {
  const message = language === 'vi' ? sayVi(english) ?? english : english;
  const name = step ? pick(step, language) : element;
  if (code === 'application' || code === 'answered') {
    const about = { step: name, field: field ? pick(field.label, language) : element, message };
    if (code === 'answered') return text(field?.missing ? 'transfer_answered' : 'transfer_answered_unfit', about);
    return text(field?.missing ? `transfer_asks_${field.kind}` : 'transfer_unfit', about);
  }
  if (message === '' && code === 'incident') return text('transfer_stops', { step: name });
  if (message === '' && code === 'data') return text('transfer_lacks', { step: name });
  const limit = (raw: string | null) => (raw === null || raw === '' ? text('nothing') : timeLimit(raw, language));
  return isSaid(code) ? text(`transfer_${code}`, { step: name, message, from: limit(from), to: limit(to) }) : message;
}
