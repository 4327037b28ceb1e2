import type { LetterTemplate } from '../../procedures/letters/template.ts';
import { withAt } from '../about/change.ts';
import { readProcedure } from '../about/read-procedure.ts';
import { printJson } from '../forms/print-json.ts';
import { asOneAct, benchNow, edit, takeAway } from '../package/bench.ts';
import { useFileText } from '../package/file-text.ts';

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
  const list = (letter: string, entry: object | undefined) => {
    const reading = readProcedure(source ?? '');
    if ('procedure' in reading && saved !== undefined) edit(packageKey, procedureFile, printJson(withAt(reading.procedure, ['letters', letter], entry)), saved);
  };
  const add = (letter: string, template: LetterTemplate) => void asOneAct(packageKey, () => {
    // a letter of that key may have been taken away before: then this is its new text
    edit(packageKey, pathOf(letter), printJson(template), benchNow(packageKey).edits.get(pathOf(letter))?.origin ?? '');
    list(letter, { name: template.name, ...(template.form !== undefined && { form: template.form }), source: template.form === undefined ? 'Đề xuất' : 'Thông tư 03/2025/TT-VPCP', mark: 'design' });
  });
  /** `text`: what the letter says now. */
  const remove = (letter: string, text: string) => void asOneAct(packageKey, () => {
    takeAway(packageKey, pathOf(letter), text);
    list(letter, undefined);
  });
  return { add, remove };
};
