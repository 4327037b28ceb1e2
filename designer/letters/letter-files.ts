import type { LetterTemplate } from '../../procedures/letters/template.ts';
import { withAt } from '../about/change.ts';
import { readProcedure } from '../about/read-procedure.ts';
import { printJson } from '../forms/print-json.ts';
import { asOneAct, benchNow, edit, takeAway } from '../package/bench.ts';
import { useFileText } from '../package/file-text.ts';
import { patterns, type Listing, type PatternName } from './patterns.ts';

const procedureFile = 'procedure.json';
const pathOf = (letter: string): string => `letters/${letter}.json`;

/** A key that no letter has: the wanted one, or with a number behind it. */
export function freshKey(keys: readonly string[], wanted: string): string {
  let number = 1;
  let key = wanted;
  while (keys.includes(key)) key = `${wanted}-${(number += 1)}`;
  return key;
}

/** Adds and takes away letters on the bench: their files, and their lines in `procedure.json`. */
export const useLetterFiles = (packageKey: string) => {
  const { text: source, saved } = useFileText(packageKey, procedureFile);
  const reading = readProcedure(source ?? '');
  const list = (letter: string, entry: object | undefined) => {
    if ('procedure' in reading && saved !== undefined) edit(packageKey, procedureFile, printJson(withAt(reading.procedure, ['letters', letter], entry)), saved);
  };
  const add = (letter: string, template: LetterTemplate, listing: Listing) => void asOneAct(packageKey, () => {
    // a letter of that key may have been taken away before: then this is its new text
    edit(packageKey, pathOf(letter), printJson(template), benchNow(packageKey).edits.get(pathOf(letter))?.origin ?? '');
    list(letter, { name: template.name, ...(template.form !== undefined && { form: template.form }), ...listing });
  });
  /** A letter from a pattern, under a name of its own. */
  const begin = (letter: string, pattern: PatternName, name: LetterTemplate['name']) => {
    const { letter: template, from: _from, to: _to, ...listing } = patterns[pattern];
    add(letter, { ...template, name }, listing);
  };
  /** The letter as another one: what `procedure.json` says of it goes along. */
  const copy = (letter: string, template: LetterTemplate, former: string) => {
    const { name: _name, form: _form, ...listing } = ('procedure' in reading ? reading.procedure.letters[former] : undefined) ?? { source: 'Đề xuất', mark: 'design' as const };
    add(letter, template, listing);
  };
  /** `text`: what the letter says now. */
  const remove = (letter: string, text: string) => void asOneAct(packageKey, () => {
    takeAway(packageKey, pathOf(letter), text);
    list(letter, undefined);
  });
  return { begin, copy, remove };
};
