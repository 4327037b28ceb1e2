import { factsOf, type Reading } from '../process/outline-lines.ts';
import type { OutlineLine } from '../process/outline-view.tsx';
import type { Answering } from '../process/named-people.ts';
import type { StepLine } from '../process/step-table.tsx';
import type { Language } from '../../ui/language.ts';
import { kindWord } from '../process/words/kind.ts';
import type { Text } from '../words.ts';
import { leadsOf } from './leads.ts';
import { eventWords } from './lead-words.ts';
import { inputsOf, kindOf, setInputs, setText, textsOf } from './meaning.ts';
import { childrenOf } from './places.ts';
import { goalWords, leadAt, type Chart } from './use-chart.ts';

/** A statechart as a nested list: each state with the ways out of it, then what it holds; the whole first, beside its states. */
export function chartLines(chart: Chart, reading: Reading): readonly OutlineLine[] {
  const { places, nameOf } = chart;
  const { text, language } = reading;
  const of = (id: string, depth: number): OutlineLine[] => {
    const place = places.get(id)!;
    const { state, parent } = place;
    const isFirst = parent !== undefined && childrenOf(parent.state).some(([key, child]) => child === id && parent.state.initial === key);
    const roles = [kindWord(text, kindOf(state, !parent)), isFirst && text('chartBegins'), parent?.state.type === 'parallel' && text('chartRegion')].filter((word) => typeof word === 'string');
    const leads = leadsOf(id, state).map((lead): OutlineLine => ({
      id: lead.flow, depth: depth + 1, kind: eventWords(text, language, id, places, lead.spot, nameOf, lead.transition.guard === undefined), name: goalWords(text, chart, id, lead),
      facts: lead.transition.guard === undefined ? [] : [text('leadWhenTrue', { condition: chart.guardWords(lead.transition.guard) })],
    }));
    return [{ id, depth, kind: roles.join(' · '), name: nameOf(id), facts: factsOf(id, state.meta?.task && textsOf(state), reading) }, ...leads, ...childrenOf(state).flatMap(([, child]) => of(child, parent ? depth + 1 : depth))];
  };
  return of(chart.machine.id, 0);
}

/** Under which names states keep their answers, and from which forms. */
export const answersOf = ({ places, nameOf }: Pick<Chart, 'places' | 'nameOf'>): readonly Answering[] =>
  [...places.values()].map(({ id, state: { meta = {} } }) => ({ result: meta.result ?? id, form: meta.task?.form, name: meta.name ?? { vi: nameOf(id), en: nameOf(id) } }));

/** States at which somebody or the machine works as lines of the table of steps. */
export const chartSteps = ({ machine, places, nameOf, change }: Chart, { text }: Pick<Reading, 'text'>): readonly StepLine[] => {
  const answering = answersOf({ places, nameOf });
  return [...places.values()].flatMap(({ id, state }): StepLine[] => {
    const kind = kindOf(state, id === machine.id);
    if (kind !== 'userTask' && kind !== 'serviceTask') return [];
    return [{ id, step: textsOf(state), kind: kindWord(text, kind), name: nameOf(id), isPerson: kind === 'userTask', set: (word) => (value) => change(setText(machine, id, word, value)), inputs: inputsOf(state), setInputs: (inputs) => change(setInputs(machine, id, inputs)), assigning: { answering } }];
  });
};

const longest = 30;

/** What stands beside a transition in the picture: its time, its message, or when it is taken; nothing where it only goes on. */
export function leadLabel(text: Text, language: Language, { places, nameOf, guardWords }: Chart, flow: string): string {
  const found = leadAt(places, flow);
  if (!found) return '';
  const { from, lead: { spot, transition } } = found;
  const isUsual = spot.list === 'onDone' || spot.list === 'always' || (spot.list === 'on' && spot.key.startsWith('task.complete.'));
  const words = transition.guard !== undefined ? guardWords(transition.guard) : (isUsual ? '' : eventWords(text, language, from, places, spot, nameOf, true));
  if (words.length <= longest) return words;
  // what ways out of one state differ in comes last; no word is cut
  return transition.guard === undefined ? `${words.slice(0, longest - 1).replace(/\s\S*$/, '')} …` : `… ${words.slice(1 - longest).replace(/^\S*\s/, '')}`;
}
