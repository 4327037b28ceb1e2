import { givenNames } from '../../procedures/letters/given-names.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useLetterNames } from '../letters/use-letter-names.ts';
import { useText } from '../words.ts';
import type { ColumnSense } from './cell-reading.ts';
import type { TableView } from './table-file.ts';

/** Outputs that are amounts of money in every procedure. */
export const moneyNames: ReadonlySet<string> = new Set(['unitPrice', 'amount', 'total']);
const levy = ['levy', 'charge'] as const;
const channels = ['online', 'counter', 'post', 'office'] as const;

/** Known to letters alone. */
const given = new Set(givenNames.map(({ feel }) => feel));

/** What the columns of a package's tables are about: which question an input comes from, which law a basis is. */
export const useSenses = (opened: DesignerPackage, file: string) => {
  const text = useText();
  const language = useLanguage();
  const { names, definition, procedure } = useLetterNames(opened, '');
  const laws = new Map((procedure?.legalBasis ?? []).map(({ id, number, from, to }) => [id, [number, from === undefined ? '' : text('validSince', { from }), to === undefined ? '' : text('validUntil', { to })].filter(Boolean).join(', ')]));
  /** FEEL that steps hand the inputs of this file's decisions. */
  const askers = Object.values(definition?.nodes ?? {}).filter(({ step }) => step.decision?.startsWith(`${file}#`));
  const asked = askers.length > 0;
  const handed = new Map(askers.flatMap(({ step }) => Object.entries(step.inputs ?? {}).map(([name, { text: feel }]) => [name, feel.replace(/^=/, '').trim()] as const)));
  const labelsOf = (name: string): ReadonlyMap<string, string> => {
    if (name === 'basis') return laws;
    if (name === 'kind') return new Map(levy.map((value) => [value, text(`feeKind_${value}`)]));
    if (name === 'channel') return new Map(channels.map((value) => [value, text(`channel_${value}`)]));
    const source = names.find(({ feel }) => feel === handed.get(name));
    return new Map((source?.options ?? []).map(({ value, label }) => [String(value), pick(label, language)]));
  };
  /** What a step of this file could hand its tables besides: nothing where no step asks it. */
  const offers = asked ? names.filter(({ feel, within, rows }) => within === undefined && !rows && !feel.startsWith('inputs.') && !given.has(feel)) : undefined;
  const inputSense = (name: string, type: string): ColumnSense => ({ name, type, labels: labelsOf(name), isMoney: moneyNames.has(name) });
  return {
    offers, handed,
    /** Of an input by its expression. */
    input: inputSense,
    output: ({ name, type }: TableView['outputs'][number]): ColumnSense => ({ name, type, labels: labelsOf(name), isMoney: moneyNames.has(name) }),
  };
};
export type Senses = ReturnType<typeof useSenses>;
