import { printLike } from '../forms/print-json.ts';
import { readProcedure } from '../about/read-procedure.ts';
import { Days } from '../about/days.tsx';
import { Sourced } from '../about/sourced.tsx';
import { withAt } from '../about/change.ts';
import { Select } from '../process/panel/select.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';
import { VariantOf } from './variant-of.tsx';
import { edit } from '../package/bench.ts';
import { useFileText } from '../package/file-text.ts';
import type { LetterPurpose, Mark } from '../../procedures/procedure.ts';

const path = 'procedure.json';
const purposes = ['result', 'along-the-way', 'internal'] as const satisfies readonly LetterPurpose[];

/** What the letter is to whoever applied, on what rule it stands and for how long it is posted, as `procedure.json` lists it. */
export const Listed = ({ packageKey, letter }: { packageKey: string; letter: string }) => {
  const text = useText();
  const { text: source, saved } = useFileText(packageKey, path);
  const reading = source === undefined ? undefined : readProcedure(source);
  const entry = reading && 'procedure' in reading ? reading.procedure.letters[letter] : undefined;
  if (saved === undefined || reading === undefined || !('procedure' in reading)) return null;
  if (entry === undefined) return <VariantOf packageKey={packageKey} template={letter} procedure={reading.procedure} saved={saved} />;
  const value: { readonly source: string; readonly mark: Mark } = entry;
  const put = (name: string, next: unknown) => edit(packageKey, path, printLike(withAt(reading.procedure, ['letters', letter, name], next), saved), saved, `letter ${letter} ${name}`);
  const daysFault = (typed: string) => (typed.trim() === '' || (/^\d{1,3}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 365) ? undefined : text('letterPostedFault'));
  return (
    <>
      <Select
        id={`letter-${letter}-purpose`} label={text('letterPurpose')} hint={text('letterPurposeHint')} value={entry.purpose ?? 'none'}
        options={(entry.purpose === undefined ? (['none', ...purposes] as const) : purposes).map((value) => ({ value, label: text(`letterPurpose_${value}`) }))} onChange={(next) => put('purpose', next)}
      />
      <Committed
        id={`letter-${letter}-posted`} label={text('letterPosted')} hint={text('letterPostedHint')} optional value={entry.posted === undefined ? '' : String(entry.posted.days)} fault={daysFault}
        onCommit={(typed) => { if (daysFault(typed) === undefined) put('posted', typed.trim() === '' ? undefined : { days: Number(typed) }); }}
      />
      {entry.form !== undefined && <Days id={`letter-${letter}`} of={entry} put={put} />}
      <Sourced id={`letter-${letter}`} value={value} put={put} />
    </>
  );
};
