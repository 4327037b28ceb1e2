import { Plus } from 'lucide-react';
import { defaultWords } from '../../../procedures/default-words.ts';
import type { DesignerPackage } from '../../../server/api/designer.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { proposed, type Handed } from '../../decisions/handed.ts';
import { addTable, pathOf } from '../../decisions/table-files.ts';
import { useSenses } from '../../decisions/use-senses.ts';
import { useTables } from '../../decisions/use-tables.ts';
import { asOneAct } from '../../package/bench.ts';
import { useText } from '../../words.ts';
import type { Step } from '../step.ts';
import { InputsField } from './inputs-field.tsx';
import { Select } from './select.tsx';

interface DecisionFieldProps {
  /** Of its fields; one page may hold several. */
  id: string;
  opened: DesignerPackage;
  step: Pick<Step, 'name' | 'nameEn' | 'decision' | 'inputs'>;
  /** Asks a table, and hands it just what it wants. */
  onAsk: (reference: string, inputs: readonly Handed[]) => void;
  onInputs: (inputs: readonly Handed[]) => void;
  onTable: (path: string) => void;
}

const nothing = 'null';
/** A table that is begun from a step answers one thing at first. */
const result = { label: { vi: 'Kết quả', en: 'Result' }, type: 'string', values: [] } as const;

/** Which table a step asks, and from which question each thing is that the table wants; a step without one begins it, called like the step. */
export const DecisionField = ({ id, opened, step, onAsk, onInputs, onTable }: DecisionFieldProps) => {
  const text = useText();
  const language = useLanguage();
  const tables = useTables(opened);
  const table = tables.find(({ reference }) => reference === step.decision);
  const { offers, handedTo } = useSenses(opened, table?.file ?? '');
  const feels = new Set(offers.map(({ feel }) => feel));
  const isQuestion = ({ name, text: feel }: Handed): boolean => table?.inputs.has(name) === true && (feels.has(feel) || feel === nothing);
  const choose = (reference: string) => {
    const chosen = tables.find((one) => one.reference === reference);
    onAsk(reference, chosen ? proposed([...chosen.inputs.keys()], step.inputs, handedTo(chosen.file), offers) : []);
  };
  const begin = () => void asOneAct(opened.key, () => {
    const name = step.name || defaultWords.step.vi;
    addTable(opened, { titles: { vi: name, en: step.nameEn || name }, asks: [], answers: [result], policy: 'UNIQUE', taken: tables.map(({ view }) => view.id) }, undefined, (reference) => onAsk(reference, []));
  });
  const put = (name: string, feel: string) => onInputs(step.inputs.map((input) => (input.name === name ? { name, text: feel } : input)));
  return (
    <>
      <Select id={`${id}-decision`} label={text('decision')} value={step.decision} options={[{ value: '', label: text('choose') }, ...tables.map(({ reference, label }) => ({ value: reference, label }))]} onChange={choose} />
      {table && <p><button type="button" className="link" onClick={() => onTable(pathOf(table.file))}>{text('editTable', { name: table.title })}</button></p>}
      {step.decision === '' && (
        <div className="panel-begin">
          <p className="muted">{text('beginTableHint')}</p>
          <Button small onClick={begin}><Icon of={Plus} />{text('beginTable')}</Button>
        </div>
      )}
      {step.inputs.filter(isQuestion).map(({ name, text: feel }) => (
        <Select
          key={name} id={`${id}-handed-${name}`} label={text('handedTo', { name: table?.inputs.get(name) || name })} value={feel === nothing ? '' : feel}
          options={[...(feel === nothing ? [{ value: '', label: text('choose') }] : []), ...offers.map((one) => ({ value: one.feel, label: `${pick(one.label, language)} (${pick(one.group, language)})` })), { value: `(${feel})`, label: text('handedFeel') }]}
          onChange={(next) => put(name, next)}
        />
      ))}
      {(!table || !step.inputs.every(isQuestion)) && <InputsField id={`${id}-input`} inputs={step.inputs.filter((input) => !isQuestion(input))} onChange={(next) => onInputs([...step.inputs.filter(isQuestion), ...next])} />}
    </>
  );
};
