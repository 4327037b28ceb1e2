import { placeOf, placeWords } from '../../engine/element-words.ts';
import { askedDecisions } from '../../procedures/asked-decisions.ts';
import { givenNames } from '../../procedures/letters/given-names.ts';
import type { LetterName } from '../../procedures/letters/names.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { askedIn } from '../chart/each-action.ts';
import { placesOf } from '../chart/places.ts';
import { stateWords } from '../chart/state-words.ts';
import { useLetterNames } from '../letters/use-letter-names.ts';
import { useText } from '../words.ts';
import type { ColumnSense } from './cell-reading.ts';
import { channels, columnLabels, lawLabels, moneyNames } from './column-labels.ts';
import type { TableView } from './table-file.ts';

/** Known to letters alone. */
const given = new Set(givenNames.map(({ feel }) => feel));
/** What every process knows of a filing besides its answers. */
const channel: LetterName = { feel: 'filing.channel', label: { vi: 'Cách nộp', en: 'How it is filed' }, group: { vi: 'Hồ sơ', en: 'Dossier' }, writing: 'label', kind: 'choice', options: channels.map((value) => ({ value, label: { vi: value, en: value } })) };

/** By which rules that changed on a day are chosen. */
const day: LetterName = { feel: 'filing.day', label: { vi: 'Ngày nộp hồ sơ', en: 'Day of filing' }, group: { vi: 'Hồ sơ', en: 'Dossier' }, writing: 'date', kind: 'date' };

/** What the columns of a package's tables are about: which question an input comes from, which law a basis is, and who asks the tables. */
export const useSenses = (opened: DesignerPackage, file: string) => {
  const text = useText();
  const language = useLanguage();
  const { names, definition, procedure } = useLetterNames(opened, '');
  const laws = lawLabels(procedure, text);
  const nodes = Object.values(definition?.nodes ?? {});
  const machine = definition?.machine;
  const stateName = machine ? stateWords(placesOf(machine), language) : (id: string) => id;
  const states = machine ? [...placesOf(machine).values()].filter(({ parent }) => parent !== undefined) : [];
  const asking = definition ? askedDecisions(definition) : [];
  const handedTo = (asked: string): ReadonlyMap<string, string> =>
    new Map(asking.filter(({ decision }) => decision.startsWith(`${asked}#`)).flatMap(({ inputs }) => Object.entries(inputs ?? {}).map(([name, feel]) => [name, feel.replace(/^=/, '').trim()] as const)));
  const handed = handedTo(file);
  const labelsOf = (name: string, values: string): ReadonlyMap<string, string> => columnLabels(name, values, names.find(({ feel }) => feel === handed.get(name))?.options, { laws, text, language });
  const sense = (name: string, type: string, values: string): ColumnSense => ({ name, type, labels: labelsOf(name, values), isMoney: moneyNames.has(name) });
  /** What steps could hand a table. */
  const offers = [...names.filter(({ feel, within, rows }) => within === undefined && !rows && !feel.startsWith('inputs.') && !given.has(feel)), channel, day];
  return {
    offers, handed,
    /** FEEL that steps hand the inputs of a file's decisions. */
    handedTo,
    /** Steps and states that could ask a table, by what they ask now; a step of the machine asks one alone, and gives up the one before. */
    ruleSteps: [
      ...nodes.filter(({ kind }) => kind === 'businessRuleTask').map((node) => ({ id: node.id, name: placeWords(placeOf(definition!, node, language), language), asks: node.step.decision === undefined ? [] : [node.step.decision], gives: node.step.decision !== undefined })),
      ...states.filter(({ state: { type } }) => type !== 'history' && type !== 'final').map(({ id, state }) => ({ id, name: stateName(id), asks: askedIn(id, state).map(({ decision }) => decision), gives: false })),
    ],
    /** Elements of the process that ask a decision of this file. */
    askersOf: (decision: string): readonly string[] => [...new Set(asking.flatMap((asked) => (asked.decision === `${file}#${decision}` ? [asked.element] : [])))],
    /** Whether `procedure.json` names it: for the fee, the limit, who is competent. */
    isNamed: (decision: string): boolean => Object.values(procedure?.decisions ?? {}).includes(`${file}#${decision}`),
    /** Of an input by its expression. */
    input: (name: string, type: string, values = ''): ColumnSense => sense(name, type, values),
    output: ({ name, type, values }: TableView['outputs'][number]): ColumnSense => sense(name, type, values),
  };
};
export type Senses = ReturnType<typeof useSenses>;
