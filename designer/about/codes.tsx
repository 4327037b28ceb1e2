import { officeDate } from '../../engine/calendar/office-day.ts';
import { codeOn } from '../../procedures/in-force.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';
import type { PartProps } from './part.ts';
import { Rows } from './rows.tsx';
import { Sourced } from './sourced.tsx';

const fresh: Procedure['codes'][number] = { code: '', source: '', mark: 'design' };

const codeNow = (codes: Procedure['codes']): string | undefined => codeOn(codes, officeDate(new Date().toISOString()));

/** The numbers of the procedure in the national list, each with its days, and which of them is in force today. */
export const Codes = ({ procedure: { codes, channels }, put }: PartProps) => {
  const text = useText();
  const now = codeNow(codes);
  const day = (index: number, name: 'from' | 'to') => (
    <Committed id={`code-${index}-${name}`} label={text(`valid_${name}`)} hint={text('dayHint')} optional value={codes[index]?.[name] ?? ''} onCommit={(next) => put(['codes', index, name], next.trim() === '' ? undefined : next.trim())} />
  );
  return (
    <>
      {!channels.every((channel) => channel === 'office') && <p>{now === undefined ? text('noCodeToday') : text('codeToday', { code: now })}</p>}
      <Rows items={codes} title={({ code }) => code} add={text('addCode')} fresh={() => fresh} onChange={(next) => put(['codes'], next)}>
        {(code, index) => (
          <>
            <Committed id={`code-${index}`} label={text('nationalCode')} hint={text('nationalCodeHint')} value={code.code} onCommit={(next) => put(['codes', index, 'code'], next.trim())} />
            <div className="both">{day(index, 'from')}{day(index, 'to')}</div>
            <Sourced id={`code-${index}`} value={code} put={(name, next) => put(['codes', index, name], next)} />
          </>
        )}
      </Rows>
    </>
  );
};
