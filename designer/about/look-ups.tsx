import type { ExpandedForm } from '../../forms/expand.ts';
import { lookUpKinds, type LookUpKind } from '../../procedures/look-ups.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import type { Finding } from '../../server/api/designer.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { FeelField } from '../conditions/feel/feel-field.tsx';
import { Findings } from '../findings/findings.tsx';
import { BothTexts } from '../forms/both-texts.tsx';
import { feelNamesFor } from '../forms/rules/questions.ts';
import { feelNames } from '../letters/named-from.ts';
import { Committed } from '../process/panel/committed.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import type { PartProps } from './part.ts';
import { Rows } from './rows.tsx';
import { Toggles } from './toggles.tsx';

type LookUp = NonNullable<Procedure['lookUps']>[number];

const kinds = Object.keys(lookUpKinds) as LookUpKind[];
const withoutQuestion = ({ at: _at, suggests: _suggests, ...rest }: LookUp): LookUp => rest;

const shape = /^[a-z][A-Za-z0-9]{0,60}$/;

/** What the house looks up on its maps when an application is checked and filed, and by which answers. */
export const LookUps = ({ procedure: { lookUps = [] }, put, form, findings }: PartProps & { form: ExpandedForm | undefined; findings: readonly Finding[] }) => {
  const text = useText();
  const language = useLanguage();
  const names = form ? feelNames(feelNamesFor(form, '', 'show'), language) : [];
  const questions = form ? [...form.fields.values()].filter(({ id, kind, widget }) => kind === 'leaf' && widget !== 'output' && !id.includes('[]')).map(({ id, ui }) => ({ value: id, label: pick(ui.label, language) })) : [];
  const nameFault = (typed: string, index: number) => {
    if (!shape.test(typed.trim())) return text('lookUpNameShape');
    return lookUps.some(({ name }, other) => other !== index && name === typed.trim()) ? text('rowKeyTaken') : undefined;
  };
  const chosen = ({ inputs }: LookUp, index: number) => (next: readonly string[]) =>
    put(['lookUps', index, 'inputs'], Object.fromEntries(next.map((input) => [input, inputs[input] ?? 'null'])));
  return (
    <>
      <Findings of={findings} />
      <Rows
        items={lookUps} title={({ title, name }) => [pick(title, language), name].filter(Boolean).join(' · ')} add={text('addLookUp')} onChange={(next) => put(['lookUps'], next.length === 0 ? undefined : next)}
        fresh={(): LookUp => ({ name: `lookUp${lookUps.length + 1}`, kind: 'planning', title: { vi: 'Quy hoạch tại thửa đất', en: 'Planning of the parcel' }, inputs: {} })}
      >
        {(lookUp, index) => (
          <>
            <Select
              id={`look-up-${index}-kind`} label={text('lookUpKind')} value={lookUp.kind} options={kinds.map((kind) => ({ value: kind, label: text(`lookUp_${kind}`) }))}
              onChange={(kind) => put(['lookUps', index], { ...lookUp, kind: kind as LookUpKind, inputs: {} })}
            />
            <BothTexts id={`look-up-${index}-title`} legend={text('lookUpTitle')} value={lookUp.title} onChange={(next) => put(['lookUps', index, 'title'], next)} />
            <Committed id={`look-up-${index}-name`} label={text('lookUpName')} hint={text('lookUpNameHint', { name: lookUp.name })} value={lookUp.name} code fault={(typed) => nameFault(typed, index)} onCommit={(next) => put(['lookUps', index, 'name'], next.trim())} />
            <Toggles legend={text('lookUpInputs')} hint={text('lookUpInputsHint')} items={lookUpKinds[lookUp.kind].inputs.map((input) => ({ value: input as string, label: text(`lookUpInput_${input}`) }))} chosen={Object.keys(lookUp.inputs)} onChange={chosen(lookUp, index)} />
            <Select
              id={`look-up-${index}-at`} label={text('lookUpAt')} hint={text('lookUpAtHint')} value={lookUp.at ?? ''} options={[{ value: '', label: text('lookUpAtNone') }, ...questions]}
              onChange={(at) => put(['lookUps', index], at === '' ? withoutQuestion(lookUp) : { ...lookUp, at })}
            />
            {lookUp.at !== undefined && <p className="muted small">{text('lookUpSuggestsHint')}</p>}
            {lookUp.at !== undefined && <FeelField id={`look-up-${index}-suggests`} label={text('lookUpSuggests')} value={lookUp.suggests ?? 'null'} names={names} open onChange={(next) => put(['lookUps', index, 'suggests'], next.trim() === 'null' ? undefined : next)} />}
            {Object.entries(lookUp.inputs).map(([input, feel]) => (
              <FeelField key={input} id={`look-up-${index}-${input}`} label={text('lookUpFrom', { input: text(`lookUpInput_${input}` as 'lookUpInput_sheet') })} value={feel} names={names} open onChange={(next) => put(['lookUps', index, 'inputs', input], next)} />
            ))}
          </>
        )}
      </Rows>
    </>
  );
};
