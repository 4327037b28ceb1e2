import { mayStand, type StepAttribute } from '../../engine/bpmn/attribute-places.ts';
import type { Kind } from '../../engine/definition.ts';
import type { StateConfig } from '../../engine/statechart/machine.ts';
import type { DesignerPackage, Finding } from '../../server/api/designer.ts';
import { FindingItem } from '../findings/finding-item.tsx';
import { ConnectorInputs } from '../process/panel/connector-inputs.tsx';
import { WhoFields } from '../process/panel/who-fields.tsx';
import { Select } from '../process/panel/select.tsx';
import { AdvancedFields, CitizenFields, ClockFields, ConnectorField, NameFields, PersonFields, PersonTicks } from '../process/panel/step-fields.tsx';
import type { Stock } from '../process/procedure-steps.ts';
import type { SetStep } from '../process/step.ts';
import { kindWord } from '../process/words/kind.ts';
import { useText } from '../words.ts';
import { ActionsField } from './actions-field.tsx';
import { freshResult } from './each-action.ts';
import { LeadsField } from './leads-field.tsx';
import { inputsOf, kindOf, setInputs, setText, setWork, textsOf, works, type Work } from './meaning.ts';
import { answersOf } from './chart-lines.ts';
import { childrenOf, tidy, withState } from './places.ts';
import { setInitial, setParallel } from './restructure.ts';
import { StructureField } from './structure-field.tsx';
import { targetId, targetText } from './targets.ts';
import type { Chart } from './use-chart.ts';

export interface PanelProps {
  chart: Chart;
  id: string;
  opened: DesignerPackage;
  findings: readonly Finding[];
  stock: Stock;
  onOpen: (id: string) => void;
  onFile: (path: string) => void;
}

/** What only a drawn step can say. */
const drawnOnly: ReadonlySet<StepAttribute> = new Set(['candidates', 'assignedRole', 'performer', 'initiator']);

/** Everything that can be said of a state, in the words of procedures. */
export const StatePanel = ({ chart, id, opened, findings, stock, onOpen, onFile }: PanelProps) => {
  const text = useText();
  const { machine, places, change, nameOf } = chart;
  const place = places.get(id);
  if (!place) return null;
  const { state, parent } = place;
  const kind = kindOf(state, !parent);
  const set: SetStep = (word) => (value) => change(setText(machine, id, word, value));
  const fields = { step: textsOf(state), set };
  const around = { opened, step: fields.step, freshResult: freshResult(machine), onTable: onFile };
  const put = (next: Partial<StateConfig>) => change(withState(machine, id, (one) => tidy<StateConfig>({ ...one, ...next })));
  const children = childrenOf(state);
  const isWork = (works as readonly string[]).includes(kind);
  const elsewhere = parent && childrenOf(parent.state).find(([, other]) => other !== id && places.get(other)?.state.type !== 'history')?.[0];
  const others = [...places.values()].filter((one) => one.state.meta?.task && one.id !== id).map((one) => ({ value: one.id, label: nameOf(one.id) }));
  const mayChart = (attribute: StepAttribute) => mayStand(attribute, kind as Kind) && !drawnOnly.has(attribute);
  return (
    <div key={id}>
      <p className="panel-kind">{kindWord(text, kind)} · <code>{id}</code></p>
      {findings.length > 0 && <ul className="finding-list">{findings.map((finding, index) => <FindingItem key={index} finding={finding} nameOf={nameOf} />)}</ul>}
      {kind !== 'history' && <NameFields {...fields} />}
      {isWork && <Select id="state-work" label={text('chartWork')} value={kind} options={works.map((value) => ({ value, label: text(`work_${value}`) }))} onChange={(work) => change(setWork(machine, id, work as Work, elsewhere))} />}
      {kind === 'userTask' && <WhoFields {...fields} opened={opened} may={mayChart} answering={answersOf(chart)} />}
      {kind === 'userTask' && <PersonFields {...fields} opened={opened} onForm={(form) => onFile(`forms/${form}.json`)} />}
      {kind === 'serviceTask' && <ConnectorField {...fields} opened={opened} />}
      {kind === 'serviceTask' && <ConnectorInputs opened={opened} step={{ ...fields.step, inputs: inputsOf(state) }} onChange={(inputs) => change(setInputs(machine, id, inputs))} onLetter={(letter) => onFile(`letters/${letter}.json`)} />}
      {(kind === 'group' || kind === 'parallel') && <Select id="state-inside" label={text('chartInside')} value={kind} options={(['group', 'parallel'] as const).map((value) => ({ value, label: text(`inside_${value}`) }))} onChange={(next) => change(setParallel(machine, id, next === 'parallel'))} />}
      {state.initial !== undefined && <Select id="state-initial" label={text('chartInitial')} value={children.find(([key]) => key === state.initial)?.[1] ?? ''} options={children.filter(([, child]) => places.get(child)?.state.type !== 'history').map(([, child]) => ({ value: child, label: nameOf(child) }))} onChange={(child) => change(setInitial(machine, id, child))} />}
      {kind === 'history' && parent && (
        <>
          <Select id="state-history" label={text('chartHistory')} value={state.history ?? 'shallow'} options={(['shallow', 'deep'] as const).map((value) => ({ value, label: text(`history_${value}`) }))} onChange={(history) => put({ history: history as 'deep' })} />
          <Select
            id="state-history-target" label={text('historyTarget')} value={(state.target === undefined ? undefined : targetId(places, id, state.target)) ?? ''}
            options={[{ value: '', label: text('historyUsual') }, ...childrenOf(parent.state).filter(([, child]) => child !== id).map(([, child]) => ({ value: child, label: nameOf(child) }))]}
            onChange={(target) => change(withState(machine, id, (one) => tidy<StateConfig>({ ...one, target: target === '' ? undefined : targetText(places, id, target) })))}
          />
        </>
      )}
      {kind !== 'history' && kind !== 'endEvent' && <LeadsField chart={chart} id={id} state={state} onOpen={onOpen} />}
      {kind !== 'history' && (
        <>
          <CitizenFields {...fields} />
          <ClockFields {...fields} />
          {kind === 'userTask' && <PersonTicks {...fields} opened={opened} others={others} />}
          <ActionsField id="entry" legend={text('entryDoes')} actions={state.entry} around={around} onChange={(entry) => put({ entry: entry as NonNullable<StateConfig['entry']> })} />
          <ActionsField id="exit" legend={text('exitDoes')} actions={state.exit} around={around} onChange={(exit) => put({ exit: exit as NonNullable<StateConfig['exit']> })} />
          {(kind === 'userTask' || kind === 'serviceTask') && <AdvancedFields {...fields} id={id} may={mayChart} />}
        </>
      )}
      <StructureField key={id} chart={chart} id={id} stock={stock} onOpen={onOpen} />
    </div>
  );
};
