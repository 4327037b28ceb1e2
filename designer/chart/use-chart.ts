import { useMemo } from 'react';
import type { Machine } from '../../engine/statechart/machine.ts';
import { statechartFile } from '../../procedures/process-path.ts';
import { useLanguage } from '../../ui/use-text.ts';
import type { Named } from '../conditions/named.ts';
import { sentenceWords } from '../conditions/phrases.ts';
import { readSentence } from '../conditions/read-sentence.ts';
import { edit } from '../package/bench.ts';
import type { Texts } from '../proof/read-package.ts';
import { useText, type Text } from '../words.ts';
import { leadsOf, targetsOf, type Lead } from './leads.ts';
import { eventWords } from './lead-words.ts';
import { placesOf, type Places } from './places.ts';
import { readChart, writeChart } from './read-chart.ts';
import { stateWords } from './state-words.ts';
import { targetId } from './targets.ts';
import { useGuardNames } from './use-guard-names.ts';

/** A statechart as it is being edited. */
export interface Chart {
  readonly machine: Machine;
  readonly places: Places;
  readonly nameOf: (id: string) => string;
  /** What guards may look at. */
  readonly named: readonly Named[];
  /** A guard as a sentence, or as it is written where it is more than one. */
  readonly guardWords: (guard: string) => string;
  /** Every change is one step of undo for all views. */
  readonly change: (next: Machine) => void;
}

/** The transition that a flow stands for; one into several regions has a flow for each. */
export function leadAt(places: Places, flow: string): { readonly from: string; readonly lead: Lead } | undefined {
  const from = flow.split('/')[0] ?? '';
  const place = places.get(from);
  const lead = place && leadsOf(from, place.state).find((one) => one.flow === flow || flow.startsWith(`${one.flow}.`));
  return lead && { from, lead };
}

/** Where a transition leads, in names. */
export const goalWords = (text: Text, { places, nameOf }: Pick<Chart, 'places' | 'nameOf'>, from: string, { transition }: Lead): string => {
  const targets = targetsOf(transition);
  return targets.length === 0 ? text('leadStaysWord') : text('leadToWord', { step: targets.map((target) => nameOf(targetId(places, from, target) ?? target)).join(', ') });
};

/** The statechart in the text of a package, and the way to change it; nothing while the text is none. */
export function useChart(key: string, json: string, saved: string, texts: Texts | undefined): Chart | undefined {
  const language = useLanguage();
  const text = useText();
  const read = useMemo(() => {
    const machine = readChart(json);
    return machine && { machine, places: placesOf(machine) };
  }, [json]);
  const named = useGuardNames(texts, read?.places);
  return useMemo(() => {
    if (!read) return undefined;
    const { machine, places } = read;
    const stateNamed = stateWords(places, language);
    const nameOf = (id: string): string => {
      if (places.has(id)) return stateNamed(id);
      const found = leadAt(places, id);
      return found ? `${eventWords(text, language, found.from, places, found.lead.spot, stateNamed, found.lead.transition.guard === undefined)} ${goalWords(text, { places, nameOf: stateNamed }, found.from, found.lead)}` : id;
    };
    const guardWords = (guard: string): string => {
      const sentence = readSentence(guard, named);
      return sentence ? sentenceWords(sentence, { text, language, named }) : guard;
    };
    return { machine, places, nameOf, named, guardWords, change: (next) => edit(key, statechartFile, writeChart(next), saved) };
  }, [read, named, saved, key, language, text]);
}
