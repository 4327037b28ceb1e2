import { Waypoints } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { calledWords } from '../beside.ts';
import { link, linkBetween } from '../connecting.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { elementOf, modelOf } from '../editing.ts';
import type { OutlineRow } from '../outline.ts';
import { kindWord } from '../words/kind.ts';
import { Select } from './select.tsx';

export interface ConnectFieldProps {
  drawing: Drawing;
  element: Element;
  rows: readonly OutlineRow[];
  /** Told to screen readers. */
  onSaid: (what: string) => void;
}

/** Leads on to whatever the rules of BPMN let it be led to; what is no way of the process says what it is. */
export const ConnectField = ({ drawing, element, rows, onSaid }: ConnectFieldProps) => {
  const text = useText();
  const language = useLanguage();
  const [wanted, setWanted] = useState('');
  const goals = rows.flatMap(({ id }) => {
    const goal = elementOf(drawing, id);
    const by = goal && !element.outgoing.some(({ target }) => target === goal) && linkBetween(drawing, element, goal);
    return by ? [{ goal, by: by.type }] : [];
  });
  const chosen = goals.find(({ goal }) => goal.id === wanted) ?? goals[0];
  if (!chosen) return null;
  const nameOf = (goal: Element) => calledWords(modelOf(goal), language, text, (step) => text('wayTo', { step }));
  const labelOf = ({ goal, by }: typeof chosen) => (by === 'bpmn:SequenceFlow' ? nameOf(goal) : `${nameOf(goal)} (${kindWord(text, by.slice(5, 6).toLowerCase() + by.slice(6)).toLowerCase()})`);
  return (
    <>
      <Select id="connect-to" label={text('connectTo')} value={chosen.goal.id} options={goals.map((one) => ({ value: one.goal.id, label: labelOf(one) }))} onChange={setWanted} />
      <p>
        <Button small onClick={() => {
          link(drawing, element, chosen.goal);
          onSaid(text('stepConnected', { step: nameOf(chosen.goal) }));
        }}><Icon of={Waypoints} />{text('connect')}</Button>
      </p>
    </>
  );
};
