import type { ClockView, DossierState } from '../../server/api/clock.ts';
import type { Turn } from '../../server/api/timeline.ts';
import { dueDate, longDate, workingTime } from '../../ui/format.ts';
import { pick, type Language } from '../../ui/language.ts';
import type { Text } from './words.ts';
import { isOver, isWithoutResult } from './state-words.ts';

interface Standing {
  readonly state: DossierState;
  readonly stateSince: string;
  readonly turn: Turn;
  readonly clock: ClockView;
}

const where = ({ state, stateSince, turn }: Standing, text: Text, language: Language): string =>
  turn.step && !isOver(state)
    ? text('saysStep', { step: pick(turn.step, language), date: longDate(turn.since ?? stateSince, language) })
    : text('saysState', { state: text(`state_${state}`), date: longDate(stateSince, language) });

const whose = ({ state, turn }: Standing, text: Text, language: Language): string => {
  if (isOver(state) || turn.whose === 'nobody') return text('saysNobody');
  if (state === 6) return text('saysPay');
  if (turn.whose === 'applicant')
    return turn.dueAt ? text('saysYouBy', { date: longDate(turn.dueAt, language) }) : text('saysYou');
  return text('saysOffice', { unit: turn.unit ? pick(turn.unit.name, language) : text('theOffice') });
};

const when = ({ state, clock }: Standing, text: Text, language: Language): string => {
  if (isWithoutResult(state)) return text('saysNoResult');
  if (clock.status === 'not-started') return text('saysNotStarted');
  if (clock.status === 'ended') return clock.verdict === 'late' ? text('saysEndedLate') : text('saysEnded');
  if (clock.status === 'paused') return text('saysPaused');
  if (!clock.dueAt) return text('saysNoDue');
  const date = dueDate(clock.dueAt, clock.left, language);
  const amount = clock.left && clock.left.amount !== 0 ? workingTime(clock.left, language) : undefined;
  const anew = clock.promisedAnew && longDate(clock.promisedAnew, language);
  if (anew) return clock.verdict === 'late' && amount ? text('saysLateAnew', { date, time: amount, anew }) : text('saysAnew', { date, anew });
  if (clock.verdict === 'late') return amount ? text('saysLate', { date, time: amount }) : text('saysLateToday', { date });
  return amount ? text('saysDue', { date, time: amount }) : text('saysDueToday', { date });
};

/** Three plain sentences: where the dossier stands, whose turn it is, and when the result is due. */
export const sentences = (standing: Standing, text: Text, language: Language): [string, string, string] => [
  where(standing, text, language), whose(standing, text, language), when(standing, text, language),
];
