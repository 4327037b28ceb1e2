import type { Replayed, ReplayDifference } from '../../server/api/history.ts';
import { money } from '../../ui/format.ts';
import { pick, type Language } from '../../ui/language.ts';
import { factWords } from '../scenarios/fact-words.ts';
import type { Text } from '../words.ts';

type Changed = Replayed['changed'][number];
export type What = ReplayDifference['what'];
/** In the order in which they are told. */
export const whats: readonly What[] = ['path', 'papers', 'letters', 'fee', 'due', 'verdict', 'states', 'status'];

const dayMilliseconds = 86_400_000;
const daysBetween = (before: string, after: string): number => Math.round((Date.parse(after) - Date.parse(before)) / dayMilliseconds);

/** What of a dossier comes otherwise, as people say it: one clause for each thing that is gone or added. Of the way: the step after which it parts is not among them. */
export function clauses(difference: ReplayDifference, text: Text, language: Language): readonly string[] {
  const names = { text, language, nameOf: (id: string) => id, letters: new Map<string, string>() };
  if ('gone' in difference) {
    const { what, gone, more } = difference;
    const of = (side: 'gone' | 'more', list: typeof gone) => [...new Set(list.map((name) => pick(name, language)))].map((name) => text(`replay_${what}_${side}`, { name }));
    const told = [...of('gone', gone), ...of('more', more)];
    return told.length > 0 ? told : [text('replayOrder')];
  }
  const { what, before, after } = difference;
  const instead = text('replayInstead', { before: factWords(what, before, names), after: factWords(what, after, names) });
  if (what === 'fee' && before !== null && after !== null) return [`${instead}: ${text(after > before ? 'simMore' : 'simLess', { amount: money(Math.abs(after - before)) })}`];
  if (what === 'due' && before !== null && after !== null) {
    const days = daysBetween(before, after);
    return [`${instead}: ${text(days > 0 ? 'replayLater' : 'replayEarlier', { count: Math.abs(days) })}`];
  }
  return [instead];
}

/** The same of one dossier, as one sentence. */
export const sentence = (difference: ReplayDifference, text: Text, language: Language): string => {
  const told = clauses(difference, text, language).join('; ');
  return difference.what === 'path' && difference.after !== null ? text('replayAfterStep', { step: pick(difference.after, language), told }) : told;
};

/** Things that are said of some dossiers each, with how many, the most often first. */
function tallied(said: readonly (readonly string[])[], text: Text): string {
  const counts = new Map<string, number>();
  for (const one of said) for (const clause of new Set(one)) counts.set(clause, (counts.get(clause) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([clause, count]) => text('replayTally', { clause, count })).join('; ');
}

/** What of all dossiers comes otherwise, kind by kind: in how many, and what that is in sum. */
export function sums(changed: readonly Changed[], text: Text, language: Language): readonly { readonly what: What | 'stopped' | 'stops'; readonly count: number; readonly told: string }[] {
  const stopping = (['stops', 'stopped'] as const).flatMap((what) => {
    const stops = changed.flatMap((one) => one[what] ?? []);
    const told = tallied(stops.map(({ at }) => [at === null ? text('replayAtStart') : text('replayAtStep', { step: pick(at, language) })]), text);
    return stops.length === 0 ? [] : [{ what, count: stops.length, told }];
  });
  const differing = whats.flatMap((what) => {
    const found = changed.flatMap(({ differences }) => differences.filter((difference) => difference.what === what));
    return found.length === 0 ? [] : [{ what, count: found.length, told: summed(found, text, language) }];
  });
  return [...stopping, ...differing];
}

function summed(found: readonly ReplayDifference[], text: Text, language: Language): string {
  const fees = found.flatMap((one) => (one.what === 'fee' ? [[one.before ?? 0, one.after ?? 0] as const] : []));
  if (fees.length > 0) {
    const [before, after] = fees.reduce(([was, is], [one, other]) => [was + one, is + other]);
    const apart = text(after > before ? 'simMore' : 'simLess', { amount: money(Math.abs(after - before)) });
    return `${text('replayInstead', { before: money(before), after: money(after) })}: ${after === before ? text('simAlike') : apart}`;
  }
  const moved = found.flatMap((one) => (one.what === 'due' && one.before !== null && one.after !== null ? [daysBetween(one.before, one.after)] : []));
  if (moved.length > 0 && moved.length === found.length) {
    const most = Math.max(...moved.map(Math.abs));
    return text('replayDays', { later: moved.filter((one) => one > 0).length, earlier: moved.filter((one) => one < 0).length, most });
  }
  return tallied(found.map((one) => clauses(one, text, language)), text);
}
