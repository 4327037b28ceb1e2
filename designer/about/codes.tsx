import { codeOn } from '../../procedures/in-force.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';
import { Days } from './days.tsx';
import type { PartProps } from './part.ts';
import { Rows } from './rows.tsx';
import { Sourced } from './sourced.tsx';
import { today } from './standing.tsx';

const fresh: Procedure['codes'][number] = { code: '', source: '', mark: 'design' };

/** The numbers of the procedure in the national list, each with its days, and which of them is in force today. */
export const Codes = ({ procedure: { codes, channels }, put }: PartProps) => {
  const text = useText();
  const now = codeOn(codes, today());
  return (
    <>
      {!channels.every((channel) => channel === 'office') && <p>{now === undefined ? text('noCodeToday') : text('codeToday', { code: now })}</p>}
      <Rows items={codes} title={({ code }) => code} add={text('addCode')} fresh={() => fresh} onChange={(next) => put(['codes'], next)}>
        {(code, index) => (
          <>
            <Committed id={`code-${index}`} label={text('nationalCode')} hint={text('nationalCodeHint')} value={code.code} onCommit={(next) => put(['codes', index, 'code'], next.trim())} />
            <Days id={`code-${index}`} of={code} put={(name, next) => put(['codes', index, name], next)} />
            <Sourced id={`code-${index}`} value={code} put={(name, next) => put(['codes', index, name], next)} />
          </>
        )}
      </Rows>
    </>
  );
};
