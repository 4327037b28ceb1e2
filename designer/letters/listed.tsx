import { printJson } from '../forms/print-json.ts';
import { readProcedure } from '../about/read-procedure.ts';
import { Sourced } from '../about/sourced.tsx';
import { withAt } from '../about/change.ts';
import { edit } from '../package/bench.ts';
import { useFileText } from '../package/file-text.ts';
import type { Mark } from '../../procedures/procedure.ts';

const path = 'procedure.json';

/** On what rule the letter stands, as `procedure.json` lists it. */
export const Listed = ({ packageKey, letter }: { packageKey: string; letter: string }) => {
  const { text: source, saved } = useFileText(packageKey, path);
  const reading = source === undefined ? undefined : readProcedure(source);
  const entry = reading && 'procedure' in reading ? reading.procedure.letters[letter] : undefined;
  if (entry === undefined || saved === undefined || reading === undefined || !('procedure' in reading)) return null;
  const value: { readonly source: string; readonly mark: Mark } = entry;
  return <Sourced id={`letter-${letter}`} value={value} put={(name, next) => edit(packageKey, path, printJson(withAt(reading.procedure, ['letters', letter, name], next)), saved, `letter ${letter} ${name}`)} />;
};
