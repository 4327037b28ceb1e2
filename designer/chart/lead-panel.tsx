import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Transition } from '../../engine/statechart/machine.ts';
import { holdsStates } from '../../engine/statechart/walk.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/choices.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Named } from '../conditions/named.ts';
import { FindingItem } from '../findings/finding-item.tsx';
import { Select } from '../process/panel/select.tsx';
import { Ticks } from '../process/panel/ticks.tsx';
import { useText } from '../words.ts';
import { ActionsField } from './actions-field.tsx';
import { askedIn, freshResult } from './each-action.ts';
import { GuardField } from './guard-field.tsx';
import { insertInto } from './insert.ts';
import { changeLead, leadsOf, leadTo, moveLead, removeLead, retime, targetsOf, type Lead, type Spot } from './leads.ts';
import { wordOf } from './leads-field.tsx';
import { textsOf } from './meaning.ts';
import type { NewState } from './new-states.ts';
import { tidy, withState } from './places.ts';
import type { PanelProps } from './state-panel.tsx';
import { NewStateSelect } from './structure-field.tsx';
import { targetId, targetText } from './targets.ts';
import { freshSpot, whenOf, whensOf, type When } from './when.ts';
import { WhenField } from './when-field.tsx';

/** A way from one state to another: when it is taken, where it leads, what is done on it. */
export const LeadPanel = ({ chart, from, lead, opened, findings, stock, onOpen, onFile }: Omit<PanelProps, 'id'> & { from: string; lead: Lead }) => {
  const text = useText();
  const [wanted, setWanted] = useState<NewState>('examine');
  const { machine, places, nameOf, change } = chart;
  const { state } = places.get(from)!;
  const { spot, transition, flow } = lead;
  // what was just answered or decided here is asked first
  const kept = [state.meta?.result ?? from, ...askedIn(from, state).map(({ result }) => result)];
  const isHere = ({ name }: Named): boolean => kept.some((result) => name === result || name.startsWith(`${result}.`));
  const named = chart.named.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)));
  const put = (next: (one: Transition) => Transition) => change(withState(machine, from, (one) => changeLead(one, spot, next)));
  const targets = targetsOf(transition).map((target) => targetId(places, from, target) ?? target);
  const goals = [...places.values()].filter(({ id }) => id !== machine.id).map(({ id }) => ({ value: id, label: nameOf(id) }));
  const goTo = (ids: readonly string[]) => put((one) => leadTo(one, ids.map((id) => targetText(places, from, id))));
  /** The way stays selected, whatever it is called after the change. */
  const retimed = (to: Pick<Spot, 'list' | 'key'>) => {
    const next = retime(state, spot, to);
    change(withState(machine, from, () => next));
    onOpen(leadsOf(from, next).findLast((one) => one.spot.list === to.list && one.spot.key === to.key)?.flow ?? from);
  };
  const when = whenOf(from, spot);
  const siblings = leadsOf(from, state).filter((one) => one.spot.list === spot.list && one.spot.key === spot.key);
  const shift = (by: -1 | 1) => {
    change(withState(machine, from, (one) => moveLead(one, spot, by)));
    onOpen(siblings[spot.index + by]?.flow ?? flow);
  };
  return (
    <div key={flow}>
      <p className="panel-kind">{text('lead_kind')} · <code>{flow}</code></p>
      {findings.length > 0 && <ul className="finding-list">{findings.map((finding, index) => <FindingItem key={index} finding={finding} nameOf={nameOf} />)}</ul>}
      <p>{text('fromStep')} <button type="button" className="link" onClick={() => onOpen(from)}>{nameOf(from)}</button>{targets.map((id) => <span key={id}> → <button type="button" className="link" onClick={() => onOpen(id)}>{nameOf(id)}</button></span>)}</p>
      <Select id="lead-when" label={text('leadWhen')} value={when} options={whensOf(state).map((value) => ({ value, label: wordOf(text, value, holdsStates(state)) }))} onChange={(next) => retimed(freshSpot(from, state, next as When))} />
      <WhenField when={when} spot={spot} onChange={(key) => retimed({ list: spot.list, key })} />
      <Select id="lead-to" label={text('leadTo')} value={targets[0] ?? ''} options={[{ value: '', label: text('leadStays') }, ...goals]} onChange={(id) => goTo(id === '' ? [] : [id, ...targets.slice(1)])} />
      {(targets.length > 1 || [...places.values()].some((one) => one.state.type === 'parallel')) && <Ticks legend={text('leadSeveral')} hint={text('leadSeveralHint')} items={goals} chosen={targets} onToggle={(id) => goTo(targets.includes(id) ? targets.filter((one) => one !== id) : [...targets, id])} />}
      <GuardField named={named} likely={state.meta?.task ? undefined : named.find(isHere)?.name} value={transition.guard} onChange={(guard) => put((one) => tidy<Transition>({ ...one, guard }))} />
      {siblings.length > 1 && (
        <div className="row">
          <Button small aria-disabled={spot.index === 0} onClick={() => spot.index > 0 && shift(-1)}><Icon of={ArrowUp} />{text('leadEarlier')}</Button>
          <Button small aria-disabled={spot.index === siblings.length - 1} onClick={() => spot.index < siblings.length - 1 && shift(1)}><Icon of={ArrowDown} />{text('leadLater')}</Button>
        </div>
      )}
      <Check id="lead-reenter" label={text('leadReenter')} checked={transition.reenter ?? false} onChange={(checked) => put((one) => tidy<Transition>({ ...one, reenter: checked || undefined }))} />
      <ActionsField id="lead" legend={text('leadDoes')} actions={transition.actions} around={{ opened, step: textsOf(state), freshResult: freshResult(machine), onTable: onFile }} onChange={(actions) => put((one) => tidy<Transition>({ ...one, actions }))} />
      <details className="panel-more">
        <summary>{text('changeChart')}</summary>
        {targets.length === 1 && (
          <>
            <NewStateSelect id="insert-state" label={text('insertHere')} value={wanted} onChange={setWanted} />
            <p>
              <Button small onClick={() => {
                const made = insertInto(machine, from, lead, wanted, stock);
                change(made.machine);
                onOpen(made.id);
              }}><Icon of={Plus} />{text('add')}</Button>
            </p>
          </>
        )}
        <Button small kind="danger" onClick={() => {
          change(withState(machine, from, (one) => removeLead(one, spot)));
          onOpen(from);
        }}><Icon of={Trash2} />{text('removeLead')}</Button>
        <p className="muted small">{text('undoHint')}</p>
      </details>
    </div>
  );
};
