import { ArrowDown, ArrowUp, FolderInput, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { changesPart } from '../process/panel/side-panel.tsx';
import { Select } from '../process/panel/select.tsx';
import type { Stock } from '../process/procedure-steps.ts';
import { useText } from '../words.ts';
import { addAfter, addInside, type Inserted } from './insert.ts';
import { newStates, type NewState } from './new-states.ts';
import { childrenOf } from './places.ts';
import { mayHold, mayMove, moveState, removeState } from './restructure.ts';
import type { Chart } from './use-chart.ts';

const own: ReadonlySet<string> = new Set(['decision', 'wait', 'group', 'parallel', 'history', 'end']);

export const NewStateSelect = ({ id, label, value, onChange }: { id: string; label: string; value: NewState; onChange: (value: NewState) => void }) => {
  const text = useText();
  return <Select id={id} label={label} value={value} options={newStates.map((one) => ({ value: one, label: own.has(one) ? text(`new_${one}` as 'new_wait') : text(`step_${one}` as 'step_examine') }))} onChange={(next) => onChange(next as NewState)} />;
};

/** Changes of the chart itself: add a state, put one elsewhere, take one away. */
export const StructureField = ({ chart: { machine, places, nameOf, change }, id, stock, onOpen }: { chart: Chart; id: string; stock: Stock; onOpen: (id: string) => void }) => {
  const text = useText();
  const [behind, setBehind] = useState<NewState>('examine');
  const [inside, setInside] = useState<NewState>('examine');
  const [into, setInto] = useState('');
  const place = places.get(id);
  if (!place) return null;
  const { state, parent } = place;
  const siblings = parent ? childrenOf(parent.state).map(([, child]) => child) : [];
  const at = siblings.indexOf(id);
  const holders = [...places.keys()].filter((other) => other !== parent?.id && mayMove(places, id, other));
  const holder = holders.includes(into) ? into : (holders[0] ?? '');
  const did = (made: Inserted) => {
    change(made.machine);
    onOpen(made.id);
  };
  const put = (parentId: string, after: string | undefined) => change(moveState(machine, id, { parent: parentId, ...(after !== undefined && { after }) }));
  const lastIn = (other: string) => childrenOf(places.get(other)!.state).at(-1)?.[1];
  return (
    <details className="panel-more" {...changesPart}>
      <summary>{text('changeChart')}</summary>
      {parent && state.type !== 'final' && state.type !== 'history' && (
        <>
          <NewStateSelect id="add-after" label={text('addStateAfter')} value={behind} onChange={setBehind} />
          <p><Button small onClick={() => did(addAfter(machine, id, behind, stock))}><Icon of={Plus} />{text('add')}</Button></p>
        </>
      )}
      {mayHold(state) && (
        <>
          <NewStateSelect id="add-inside" label={text('addStateInside')} value={inside} onChange={setInside} />
          <p><Button small onClick={() => did(addInside(machine, id, inside, stock))}><Icon of={Plus} />{text('addStateInside')}</Button></p>
        </>
      )}
      {parent && siblings.length > 1 && (
        <div className="row">
          <Button small aria-disabled={at === 0} onClick={() => at > 0 && put(parent.id, siblings[at - 2])}><Icon of={ArrowUp} />{text('stateUp')}</Button>
          <Button small aria-disabled={at === siblings.length - 1} onClick={() => at < siblings.length - 1 && put(parent.id, siblings[at + 1])}><Icon of={ArrowDown} />{text('stateDown')}</Button>
        </div>
      )}
      {holders.length > 0 && (
        <>
          <Select id="move-into" label={text('moveInto')} value={holder} options={holders.map((value) => ({ value, label: value === machine.id ? text('chartWhole') : nameOf(value) }))} onChange={setInto} />
          <p><Button small onClick={() => put(holder, lastIn(holder))}><Icon of={FolderInput} />{text('move')}</Button></p>
        </>
      )}
      {parent && (
        <>
          <Button small kind="danger" onClick={() => {
            change(removeState(machine, id));
            onOpen(siblings[at - 1] ?? siblings[at + 1] ?? parent.id);
          }}><Icon of={Trash2} />{text('removeState')}</Button>
          <p className="muted small">{text('removeStateHint')}</p>
        </>
      )}
    </details>
  );
};
