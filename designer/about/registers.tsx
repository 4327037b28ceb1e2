import type { Procedure } from '../../procedures/procedure.ts';
import type { Finding } from '../../server/api/designer.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Findings } from '../findings/findings.tsx';
import { BothTexts } from '../forms/both-texts.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { freshKey } from '../letters/letter-files.ts';
import { useText } from '../words.ts';
import { KeyedRows } from './keyed-rows.tsx';
import type { PartProps } from './part.ts';
import { Sourced } from './sourced.tsx';

// whole from the start: what is not stops every other check
const fresh: Procedure['registers'][string] = { name: { vi: 'Sổ mới', en: 'New register' }, symbol: '', source: 'Đề xuất', mark: 'design' };

/** The registers in which papers get their numbers. */
export const Registers = ({ procedure: { registers }, put, findings }: PartProps & { findings: readonly Finding[] }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <Findings of={findings} />
      <KeyedRows
        id="register" items={registers} title={({ name, symbol }) => [pick(name, language), symbol].filter(Boolean).join(' · ')} add={text('addRegister')} onChange={(next) => put(['registers'], next)}
        fresh={[freshKey(Object.keys(registers), 'register'), fresh]}
      >
        {({ name, symbol, ...sourced }, key) => (
          <>
            <BothTexts id={`register-${key}-name`} legend={text('registerName')} value={name} onChange={(next) => put(['registers', key, 'name'], next)} />
            <Committed id={`register-${key}-symbol`} label={text('registerSymbol')} hint={text('registerSymbolHint')} value={symbol} onCommit={(next) => put(['registers', key, 'symbol'], next.trim())} />
            <Sourced id={`register-${key}`} value={sourced} put={(word, next) => put(['registers', key, word], next)} />
          </>
        )}
      </KeyedRows>
    </>
  );
};
