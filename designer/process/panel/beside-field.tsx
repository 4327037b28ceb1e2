import { Plus, Rows3 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { calledWords } from '../beside.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { modelOf } from '../editing.ts';
import { addBeside, besideKinds, laneOf, lanesFor, poolOf, putIntoLane, type BesideKind } from '../structure.ts';
import { paletteIsFull } from '../palette-choice.ts';
import { kindWord } from '../words/kind.ts';
import { Select } from './select.tsx';

interface BesideFieldProps {
  drawing: Drawing;
  element: Element;
  /** Told to screen readers. */
  onSaid: (what: string) => void;
  /** Goes on to what was added, by keyboard too. */
  onEnter: (id: string, byKey: boolean) => void;
}

/** What may be added here: remarks always, lanes where there are pools; data and pools for those who ask for all of BPMN. */
const offered = (element: Element): readonly BesideKind[] => {
  const isAround = element.type === 'bpmn:Participant' || element.type === 'bpmn:Lane';
  return besideKinds.filter((kind) => {
    if (kind === 'lane') return paletteIsFull() || poolOf(element) !== undefined;
    return kind === 'textAnnotation' || (paletteIsFull() && (kind === 'participant' || !isAround));
  }).filter((kind) => !isAround || kind === 'lane' || kind === 'participant');
};

/** Adds what is no step: a remark or data beside one, a lane, another pool. */
export const BesideField = ({ drawing, element, onSaid, onEnter }: BesideFieldProps) => {
  const text = useText();
  const [wanted, setWanted] = useState<BesideKind>();
  const kinds = offered(element);
  const kind = wanted && kinds.includes(wanted) ? wanted : kinds[0];
  if (!kind) return null;
  return (
    <>
      <Select id="add-beside" label={text('addBeside')} value={kind} options={kinds.map((value) => ({ value, label: kindWord(text, value) }))} onChange={(next) => setWanted(next as BesideKind)} />
      <p>
        <Button small onClick={({ detail }) => {
          const made = addBeside(drawing, element, kind);
          onSaid(text('stepAdded', { step: kindWord(text, kind) }));
          onEnter(made, detail === 0);
        }}><Icon of={Plus} />{text('addBesideDo')}</Button>
      </p>
    </>
  );
};

/** Puts a step into another lane. */
export const LaneField = ({ drawing, element, onSaid }: Omit<BesideFieldProps, 'onEnter'>) => {
  const text = useText();
  const language = useLanguage();
  const [wanted, setWanted] = useState('');
  const here = laneOf(element);
  const lanes = element.host ? [] : lanesFor(element).filter((lane) => lane !== here);
  const lane = lanes.find(({ id }) => id === wanted) ?? lanes[0];
  if (!lane) return null;
  const nameOf = (one: Element) => calledWords(modelOf(one), language, text);
  return (
    <>
      <Select id="lane-of" label={text('intoLane')} {...(here && { hint: text('inLane', { lane: nameOf(here) }) })} value={lane.id} options={lanes.map((one) => ({ value: one.id, label: nameOf(one) }))} onChange={setWanted} />
      <p>
        <Button small onClick={() => {
          putIntoLane(drawing, element, lane);
          onSaid(text('putIntoLane', { lane: nameOf(lane) }));
        }}><Icon of={Rows3} />{text('intoLaneDo')}</Button>
      </p>
    </>
  );
};
