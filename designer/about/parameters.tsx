import type { Parameter, ParameterValue } from '../../procedures/procedure.ts';
import type { Finding } from '../../server/api/designer.ts';
import { Check } from '../../ui/choices.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { feelName } from '../decisions/feel-name.ts';
import { Findings } from '../findings/findings.tsx';
import { BothTexts } from '../forms/both-texts.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import type { PartProps } from './part.ts';
import { Rows } from './rows.tsx';
import { Sourced } from './sourced.tsx';

const kinds = ['text', 'number', 'yesNo'] as const;
const first: Readonly<Record<Parameter['kind'], ParameterValue>> = { text: { vi: 'Chưa đặt', en: 'Not set' }, number: 0, yesNo: false };

/** What units set for themselves from a day on, without a version of their own. */
export const ParametersPart = ({ procedure: { parameters = [] }, put, findings }: PartProps & { findings: readonly Finding[] }) => {
  const text = useText();
  const language = useLanguage();
  const fresh = (): Parameter => ({ name: feelName('setting', parameters.map(({ name }) => name)), label: { vi: 'Thông số mới', en: 'New parameter' }, kind: 'yesNo', usual: false, source: 'Đề xuất', mark: 'design' });
  const putAt = (index: number, member: string, next: unknown) => put(['parameters', index, member], next);
  return (
    <>
      <Findings of={findings} />
      <Rows items={parameters} title={({ label }) => pick(label, language)} add={text('addParameter')} fresh={fresh} onChange={(next) => put(['parameters'], next.length === 0 ? undefined : next)}>
        {(one, index) => {
          const id = `parameter-${index}`;
          return (
            <>
              <BothTexts id={`${id}-label`} legend={text('parameterLabel')} value={one.label} onChange={(next) => putAt(index, 'label', next)} />
              <BothTexts id={`${id}-hint`} optional legend={text('hint')} value={one.hint ?? { vi: '', en: '' }} onChange={(next) => putAt(index, 'hint', next.vi === '' && next.en === '' ? undefined : next)} />
              <Committed
                id={`${id}-name`} code label={text('parameterName')} hint={text('parameterNameHint', { name: one.name })} value={one.name}
                fault={(typed) => (/^[a-z][A-Za-z0-9]{0,60}$/.test(typed.trim()) ? undefined : text('parameterNameFault'))} onCommit={(next) => putAt(index, 'name', next.trim())}
              />
              <Select id={`${id}-kind`} label={text('parameterKind')} value={one.kind} options={kinds.map((kind) => ({ value: kind, label: text(`parameter_${kind}`) }))} onChange={(kind) => put(['parameters', index], { ...one, kind, usual: first[kind as Parameter['kind']] })} />
              {typeof one.usual === 'object' && <BothTexts id={`${id}-usual`} legend={text('parameterUsual')} value={one.usual} onChange={(next) => putAt(index, 'usual', next)} />}
              {typeof one.usual === 'number' && (
                <Committed id={`${id}-usual`} label={text('parameterUsual')} value={String(one.usual)} fault={(typed) => (isNumber(typed) ? undefined : text('parameterNumberFault'))} onCommit={(next) => { if (isNumber(next)) putAt(index, 'usual', Number(next)); }} />
              )}
              {typeof one.usual === 'boolean' && <Check id={`${id}-usual`} label={text('parameterUsual')} checked={one.usual} onChange={(isOn) => putAt(index, 'usual', isOn)} />}
              <Sourced id={id} value={one} put={(member, next) => putAt(index, member, next)} />
            </>
          );
        }}
      </Rows>
    </>
  );
};

const isNumber = (typed: string): boolean => /^-?\d+(\.\d+)?$/.test(typed.trim());
