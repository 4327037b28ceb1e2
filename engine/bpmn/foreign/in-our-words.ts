import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { exchangePackages, keepDangling } from '../exchange.ts';
import { many, one } from '../moddle.ts';
import { Problems, type Problem } from '../problem.ts';
import { foreignPackages } from './packages.ts';
import { translateForeign, type Foreign } from './translate.ts';

/** A diagram as it says the same in our words, and what of the other engine's was left out because it changes nothing here. */
export interface InOurWords {
  readonly xml: string;
  readonly left: readonly Problem[];
}

const isForeign = (xml: string): boolean => /=\s*["']http:\/\/camunda\.org\/schema\/(1\.0\/bpmn|zeebe\/1\.0)["']/.test(xml);

/**
 * The text of a diagram drawn for Camunda 7 or 8 with what it says of forms, people, work and data written in our words, as the
 * reader understands it: it runs as before, and the designer shows and edits it. What cannot be said stays as it was, to be refused
 * where it stands. Nothing for a diagram of nobody's in particular. `xml` must have been read as BPMN (document.ts) before.
 */
export const inOurWords = async (xml: string): Promise<InOurWords | undefined> => {
  if (!isForeign(xml)) return undefined;
  const moddle = new BpmnModdle({ ...exchangePackages, ...foreignPackages });
  const { rootElement, warnings } = await moddle.fromXML(xml);
  keepDangling(warnings);
  const problems = new Problems();
  const done = translateForeign(problems, rootElement);
  done.forEach(takeAway);
  return done.length === 0 ? undefined : { xml: (await moddle.toXML(rootElement, { format: true })).xml, left: problems.found.filter(({ severity }) => severity === 'warning') };
};

const takeAway = ({ element, what }: Foreign): void => {
  if (typeof what === 'string') return void delete (element.$attrs as Record<string, string>)[what];
  const holder = one(element, 'extensionElements');
  const rest: readonly ModdleElement[] = holder ? many(holder, 'values').filter((extension) => extension !== what) : [];
  if (rest.length > 0) holder?.set('values', rest);
  else element.set('extensionElements', undefined);
};
