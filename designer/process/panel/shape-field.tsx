import { MoveDown, Plus, Timer, Trash2, Waypoints } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../../words.ts';
import { addAfter, connect, elementOf, kindsToAdd, modelOf, remove, type KindToAdd } from '../editing.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { insertAfter, stockOf } from '../insert.ts';
import { addTimer, isInRow, leadsOn, moveAfter } from '../moving.ts';
import { textIn } from '../model.ts';
import type { OutlineRow } from '../outline.ts';
import { procedureStepNames, procedureSteps, type ProcedureStep } from '../procedure-steps.ts';
import type { Step } from '../step.ts';
import { kindWord } from '../words/kind.ts';
import { changesPart } from './side-panel.tsx';
import { Select } from './select.tsx';

const isStep = (wanted: string): wanted is ProcedureStep => Object.hasOwn(procedureSteps, wanted);
const endless = /^(endEvent)$/;
const unreachable = /^(startEvent|boundaryEvent|lane)$/;

/** Changes of the drawing itself, for whoever works without a pointer: add a step, lead on to another, take away. */
export const ShapeField = ({ drawing, element, step, rows, onOpen, onSaid }: { drawing: Drawing; element: Element; step: Step; rows: readonly OutlineRow[]; onOpen: (id: string) => void; onSaid: (what: string) => void }) => {
  const text = useText();
  const [wanted, setWanted] = useState<ProcedureStep | KindToAdd>('examine');
  const [behind, setBehind] = useState('');
  const [target, setTarget] = useState('');
  const parent = element.parent;
  const targets = rows.filter(({ id, kind }) => id !== step.id && !unreachable.test(kind) && elementOf(drawing, id)?.parent === parent && !step.ways.some((way) => way.target === id));
  const places = rows.filter(({ id, host }) => {
    const other = elementOf(drawing, id);
    return other !== undefined && id !== step.id && host === undefined && other.parent === parent && other !== element.incoming[0]?.source && leadsOn(other);
  });
  const place = places.some(({ id }) => id === behind) ? behind : (places[0]?.id ?? '');
  const labelOf = ({ id, name, kind }: OutlineRow) => ({ value: id, label: name || `${kindWord(text, kind)} (${id})` });
  const nameOf = (one: Element) => textIn(modelOf(one), 'name') || one.id;
  const add = () => {
    const id = isStep(wanted) ? insertAfter(drawing, element, procedureSteps[wanted](stockOf(drawing))) : addAfter(drawing, element, wanted, wanted.endsWith('Task') ? text('newStep') : '');
    const made = elementOf(drawing, id);
    if (made) onSaid(text('stepAdded', { step: nameOf(made) }));
    onOpen(id);
  };
  const takeAway = () => {
    const neighbour = element.incoming[0]?.source ?? element.host ?? element.outgoing[0]?.target;
    onSaid(text('stepRemoved', { step: nameOf(element) }));
    remove(drawing, element);
    if (neighbour) onOpen(neighbour.id);
  };
  const chosen = elementOf(drawing, target) ? target : (targets[0]?.id ?? '');
  return (
    <details className="panel-more" {...changesPart}>
      <summary>{text('changeDrawing')}</summary>
      {!endless.test(step.kind) && (
        <>
          <Select
            id="add-kind" label={text('addAfter')} value={wanted} onChange={(next) => setWanted(next as ProcedureStep | KindToAdd)}
            options={[...procedureStepNames.map((value) => ({ value, label: text(`step_${value}`) })), ...kindsToAdd.map((kind) => ({ value: kind, label: `${text('otherKinds')}: ${kindWord(text, kind.slice(5, 6).toLowerCase() + kind.slice(6))}` }))]}
          />
          <p><Button small onClick={add}><Icon of={Plus} />{text('add')}</Button></p>
          {targets.length > 0 && (
            <>
              <Select id="connect-to" label={text('connectTo')} value={chosen} options={targets.map(labelOf)} onChange={setTarget} />
              <p>
                <Button small onClick={() => {
                  const to = elementOf(drawing, chosen);
                  if (!to) return;
                  connect(drawing, element, to);
                  onSaid(text('stepConnected', { step: nameOf(to) }));
                }}><Icon of={Waypoints} />{text('connect')}</Button>
              </p>
            </>
          )}
        </>
      )}
      {isInRow(element) && places.length > 0 && (
        <>
          <Select id="move-after" label={text('moveAfter')} value={place} options={places.map(labelOf)} onChange={setBehind} />
          <p>
            <Button small onClick={() => {
              const to = elementOf(drawing, place);
              if (!to) return;
              moveAfter(drawing, element, to);
              onSaid(text('stepMoved', { step: nameOf(to) }));
            }}><Icon of={MoveDown} />{text('move')}</Button>
          </p>
        </>
      )}
      {/[tT]ask$|^subProcess$/.test(step.kind) && <p><Button small onClick={() => onOpen(addTimer(drawing, element, '3 working days'))}><Icon of={Timer} />{text('addTimer')}</Button></p>}
      <Button small kind="danger" onClick={takeAway}><Icon of={Trash2} />{text('removeStep')}</Button>
      <p className="muted small">{text('undoHint')}</p>
    </details>
  );
};
