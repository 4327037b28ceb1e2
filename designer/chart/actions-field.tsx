import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { listed, type Action, type OneOrMore } from '../../engine/statechart/machine.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { noDecision } from '../../procedures/decision-named.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { Committed } from '../process/panel/committed.tsx';
import { DecisionField } from '../process/panel/decision-field.tsx';
import { InputsField } from '../process/panel/inputs-field.tsx';
import { Select } from '../process/panel/select.tsx';
import type { NamedExpression, StepTexts } from '../process/step.ts';
import { useText } from '../words.ts';
import type { Asked } from './each-action.ts';
import { tidy } from './places.ts';

/** What an action may need besides. */
export interface Around {
  readonly opened: DesignerPackage;
  /** The state at which it is done: a table that is begun here is called like it. */
  readonly step: Pick<StepTexts, 'name' | 'nameEn'>;
  /** A name under which nothing is kept yet. */
  readonly freshResult: string;
  readonly onTable: (path: string) => void;
}

interface ActionsFieldProps {
  id: string;
  legend: string;
  actions: OneOrMore<Action> | undefined;
  around: Around;
  onChange: (actions: OneOrMore<Action> | undefined) => void;
}

type Kind = Action['type'];
type Feel = Readonly<Record<string, string>>;
const kinds = ['assign', 'decide', 'raise', 'emit', 'signal'] as const satisfies readonly Kind[];

const rows = (feel: Feel | undefined): readonly NamedExpression[] => Object.entries(feel ?? {}).map(([name, text]) => ({ name, text }));
const feelOf = (given: readonly NamedExpression[]): Feel | undefined => (given.length === 0 ? undefined : Object.fromEntries(given.map(({ name, text }) => [name.trim(), text.trim()])));

const fresh = (kind: Kind, { freshResult }: Around): Action => {
  switch (kind) {
    case 'assign': return { type: kind, params: { value: 'null' } };
    case 'decide': return { type: kind, params: { decision: noDecision, result: freshResult, inputs: {} } };
    default: return { type: kind, params: { event: 'event' } };
  }
};

/** What happens on a way, on entering or on leaving, one after the other. */
export const ActionsField = ({ id, legend, actions, around, onChange }: ActionsFieldProps) => {
  const text = useText();
  const [wanted, setWanted] = useState<Kind>('assign');
  const all = listed(actions);
  const put = (next: readonly Action[]) => onChange(next.length === 0 ? undefined : next.length === 1 ? next[0] : next);
  return (
    <details className="panel-more" open={all.length > 0}>
      <summary>{legend}{all.length > 0 && ` (${all.length})`}</summary>
      {all.map((action, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- actions have no names of their own
        <div key={index} className="panel-item">
          <ActionFields id={`${id}-${index}`} action={action} around={around} onChange={(next) => put(all.with(index, next))} />
          <Button small kind="quiet" onClick={() => put(all.toSpliced(index, 1))}><Icon of={Trash2} />{text('removeAction', { number: index + 1, kind: text(`action_${action.type}`) })}</Button>
        </div>
      ))}
      <Select id={`${id}-action`} label={text('actionNew')} value={wanted} options={kinds.map((value) => ({ value, label: text(`action_${value}`) }))} onChange={(next) => setWanted(next as Kind)} />
      <Button small onClick={() => put([...all, fresh(wanted, around)])}><Icon of={Plus} />{text('addAction')}</Button>
    </details>
  );
};

const ActionFields = ({ id, action, around, onChange }: { id: string; action: Action; around: Around; onChange: (action: Action) => void }) => {
  const text = useText();
  const legend = text(`action_${action.type}`);
  if (action.type === 'assign') return <InputsField id={id} legend={legend} inputs={rows(action.params)} onChange={(next) => onChange({ ...action, params: feelOf(next) ?? {} })} />;
  if (action.type === 'decide') {
    const { params } = action;
    const put = (next: Partial<Asked['params']>) => onChange({ ...action, params: { ...params, ...next } });
    return (
      <>
        <p><strong>{legend}</strong></p>
        <DecisionField
          id={id} opened={around.opened} step={{ ...around.step, decision: params.decision === noDecision ? '' : params.decision, inputs: rows(params.inputs) }} onTable={around.onTable}
          onAsk={(decision, inputs) => put({ decision: decision || noDecision, inputs: feelOf(inputs) ?? {} })} onInputs={(inputs) => put({ inputs: feelOf(inputs) ?? {} })}
        />
        <Committed id={`${id}-result`} label={text('result')} value={params.result} code onCommit={(result) => result.trim() !== '' && put({ result: result.trim() })} />
      </>
    );
  }
  const named = (event: string) => event.trim() !== '' && onChange({ ...action, params: { ...action.params, event: event.trim() } } as Action);
  return (
    <>
      <p><strong>{legend}</strong></p>
      <Committed id={`${id}-event`} label={text('actionEvent')} value={action.params.event} code onCommit={named} />
      {action.type === 'emit' && <InputsField id={`${id}-keys`} legend={text('actionKeys')} inputs={rows(action.params.keys)} onChange={(next) => onChange({ ...action, params: tidy<typeof action.params>({ ...action.params, keys: feelOf(next) }) })} />}
      {action.type !== 'raise' && <InputsField id={`${id}-data`} legend={text('actionData')} inputs={rows(action.params.data)} onChange={(next) => onChange({ ...action, params: tidy<typeof action.params>({ ...action.params, data: feelOf(next) }) } as Action)} />}
    </>
  );
};
