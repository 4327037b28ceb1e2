import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { StateConfig } from '../../engine/statechart/machine.ts';
import { holdsStates } from '../../engine/statechart/walk.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { leadsOf, withLeads, type Spot } from './leads.ts';
import { eventWords } from './lead-words.ts';
import { withState } from './places.ts';
import { goalWords, type Chart } from './use-chart.ts';
import { freshSpot, whensOf, type When } from './when.ts';

/** Where it goes on from a state: each way opens, and another can be added. */
export const LeadsField = ({ chart, id, state, onOpen }: { chart: Chart; id: string; state: StateConfig; onOpen: (id: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const whens = whensOf(state);
  const [wanted, setWanted] = useState<When>();
  const when = wanted !== undefined && whens.includes(wanted) ? wanted : whens[0]!;
  const leads = leadsOf(id, state);
  const add = () => {
    const spot = freshSpot(id, state, when);
    const next = withState(chart.machine, id, (one) => withLeads(one, spot, (all) => [...all, when === 'always' ? { guard: 'false' } : {}]));
    chart.change(next);
    const at = leads.filter((lead) => isSame(lead.spot, spot)).length;
    onOpen(`${id}/${labelOf(spot)}/${at + 1}`);
  };
  return (
    <fieldset className="panel-group">
      <legend>{text('leads')}</legend>
      {leads.length === 0 && <p className="muted">{text('noLeads')}</p>}
      <ul className="chart-leads">
        {leads.map((lead) => (
          <li key={lead.flow}>
            <button type="button" className="link" onClick={() => onOpen(lead.flow)}>{eventWords(text, language, id, chart.places, lead.spot, chart.nameOf, lead.transition.guard === undefined)} {goalWords(text, chart, id, lead)}</button>
            {lead.transition.guard !== undefined && <> <span className="muted small">{text('leadWhenTrue', { condition: chart.guardWords(lead.transition.guard) })}</span></>}
          </li>
        ))}
      </ul>
      <Select id="lead-when" label={text('leadWhen')} value={when} options={whens.map((value) => ({ value, label: wordOf(text, value, holdsStates(state)) }))} onChange={(next) => setWanted(next as When)} />
      <Button small onClick={add}><Icon of={Plus} />{text('addLead')}</Button>
    </fieldset>
  );
};

const isSame = (one: Spot, { list, key }: Pick<Spot, 'list' | 'key'>): boolean => one.list === list && one.key === key;
const labelOf = ({ list, key }: Pick<Spot, 'list' | 'key'>): string => (list === 'on' ? key : list === 'after' ? `after ${key}` : list);

export const wordOf = (text: ReturnType<typeof useText>, when: When, holds: boolean): string => {
  switch (when) {
    case 'done': return text('when_done');
    case 'onDone': return text(holds ? 'when_insideDone' : 'when_machineDone');
    case 'error': return text('when_error');
    case 'after': return text('when_after');
    case 'message': return text('when_message');
    case 'always': return text('when_always');
  }
};
