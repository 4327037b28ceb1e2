import { codeOn } from '../../procedures/in-force.ts';
import { date } from '../../ui/format.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';
import { clash, isCode, replaced } from './code-days.ts';
import { Days } from './days.tsx';
import type { PartProps } from './part.ts';
import { ReplaceCode } from './replace-code.tsx';
import { Rows } from './rows.tsx';
import { Sourced } from './sourced.tsx';
import { daysInWords, today } from './standing.tsx';

const fresh: Procedure['codes'][number] = { code: '', source: '', mark: 'design' };

/** The numbers of the procedure in the national list, each with its days, and which of them is in force today. */
export const Codes = ({ procedure: { codes, channels }, put }: PartProps) => {
  const text = useText();
  const now = codeOn(codes, today());
  const [told, setTold] = useState('');
  const both = clash(codes);
  return (
    <>
      {!channels.every((channel) => channel === 'office') && <p>{now === undefined ? text('noCodeToday') : text('codeToday', { code: now })}</p>}
      {both && <Notice kind="danger" title={text('codesClash', { one: [both[0].code, daysInWords(text, both[0])].filter(Boolean).join(', '), other: [both[1].code, daysInWords(text, both[1])].filter(Boolean).join(', ') })}>{text('codesClashHint')}</Notice>}
      <p className="visually-hidden" aria-live="polite">{told}</p>
      <Rows items={codes} title={(one) => [one.code, daysInWords(text, one)].filter(Boolean).join(', ')} add={text('addCode')} fresh={() => fresh} onChange={(next) => put(['codes'], next)}>
        {(code, index) => (
          <>
            <Committed id={`code-${index}`} label={text('nationalCode')} hint={text('nationalCodeHint')} value={code.code} fault={(typed) => (typed.trim() === '' || isCode(typed.trim()) ? undefined : text('codeFault'))} onCommit={(next) => put(['codes', index, 'code'], next.trim())} />
            <Days id={`code-${index}`} of={code} put={(name, next) => put(['codes', index, name], next)} />
            <Sourced id={`code-${index}`} value={code} put={(name, next) => put(['codes', index, name], next)} />
            <ReplaceCode
              id={`code-${index}`} former={code}
              onReplace={(next) => {
                put(['codes'], replaced(codes, index, next));
                setTold(text('codeReplaced', { code: next.code, day: date(next.from) }));
              }}
            />
          </>
        )}
      </Rows>
    </>
  );
};
