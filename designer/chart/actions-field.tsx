import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { listed, type Action, type OneOrMore } from '../../engine/statechart/machine.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { InputsField } from '../process/panel/inputs-field.tsx';
import { Select } from '../process/panel/select.tsx';
import type { NamedExpression } from '../process/step.ts';
import { useText } from '../words.ts';
import { tidy } from './places.ts';

interface ActionsFieldProps {
  id: string;
  legend: string;
  actions: OneOrMore<Action> | undefined;
  decisions: readonly string[];
  onChange: (actions: OneOrMore<Action> | undefined) => void;
}

type Kind = Action['type'];
type Feel = Readonly<Record<string, string>>;
const kinds = ['assign', 'decide', 'raise', 'emit', 'signal'] as const satisfies readonly Kind[];

const rows = (feel: Feel | undefined): readonly NamedExpression[] => Object.entries(feel ?? {}).map(([name, text]) => ({ name, text }));
const feelOf = (given: readonly NamedExpression[]): Feel | undefined => (given.length === 0 ? undefined : Object.fromEntries(given.map(({ name, text }) => [name.trim(), text.trim()])));

const fresh = (kind: Kind, decisions: readonly string[]): Action => {
  switch (kind) {
    case 'assign': return { type: kind, params: { value: 'null' } };
    case 'decide': return { type: kind, params: { decision: decisions[0] ?? '#', result: 'decided' } };
    default: return { type: kind, params: { event: 'event' } };
  }
};

/** What happens on a way, on entering or on leaving, one after the other. */
export const ActionsField = ({ id, legend, actions, decisions, onChange }: ActionsFieldProps) => {
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
          <ActionFields id={`${id}-${index}`} action={action} decisions={decisions} onChange={(next) => put(all.with(index, next))} />
          <Button small kind="quiet" onClick={() => put(all.toSpliced(index, 1))}><Icon of={Trash2} />{text('removeAction', { number: index + 1, kind: text(`action_${action.type}`) })}</Button>
        </div>
      ))}
      <Select id={`${id}-action`} label={text('actionNew')} value={wanted} options={kinds.map((value) => ({ value, label: text(`action_${value}`) }))} onChange={(next) => setWanted(next as Kind)} />
      <Button small onClick={() => put([...all, fresh(wanted, decisions)])}><Icon of={Plus} />{text('addAction')}</Button>
    </details>
  );
};

const ActionFields = ({ id, action, decisions, onChange }: { id: string; action: Action; decisions: readonly string[]; onChange: (action: Action) => void }) => {
  const text = useText();
  const legend = text(`action_${action.type}`);
  if (action.type === 'assign') return <InputsField id={id} legend={legend} inputs={rows(action.params)} onChange={(next) => onChange({ ...action, params: feelOf(next) ?? {} })} />;
  if (action.type === 'decide') {
    const { params } = action;
    return (
      <>
        <p><strong>{legend}</strong></p>
        <Select id={`${id}-decision`} label={text('decision')} value={params.decision} options={decisions.map((value) => ({ value, label: value }))} onChange={(decision) => onChange({ ...action, params: { ...params, decision } })} />
        <Committed id={`${id}-result`} label={text('result')} value={params.result} code onCommit={(result) => result.trim() !== '' && onChange({ ...action, params: { ...params, result: result.trim() } })} />
        <InputsField id={id} inputs={rows(params.inputs)} onChange={(next) => onChange({ ...action, params: tidy<typeof params>({ ...params, inputs: feelOf(next) }) })} />
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
