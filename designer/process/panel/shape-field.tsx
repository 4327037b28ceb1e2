import { MoveDown, Plus, Timer, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { defaultWords } from '../../../procedures/default-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { drawnWords } from '../drawn-words.ts';
import { addAfter, addInside, elementOf, kindsToAdd, modelOf, remove, type KindToAdd } from '../editing.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { insertAfter, stockOf } from '../insert.ts';
import { edgeKinds, fullKinds, isFullKind, targetOf, type EdgeKind, type FullKind, type Target } from '../full-kinds.ts';
import { paletteIsFull } from '../palette-choice.ts';
import { addOnEdge, isInRow, leadsOn, moveAfter } from '../moving.ts';
import type { OutlineRow } from '../outline.ts';
import { procedureStepNames, procedureSteps, type ProcedureStep } from '../procedure-steps.ts';
import type { Step } from '../step.ts';
import { kindWord } from '../words/kind.ts';
import { BesideField, LaneField } from './beside-field.tsx';
import { ConnectField } from './connect-field.tsx';
import { changesPart } from './side-panel.tsx';
import { Select } from './select.tsx';

const isStep = (wanted: string): wanted is ProcedureStep => Object.hasOwn(procedureSteps, wanted);
const isContainer = /^(subProcess|adHocSubProcess|transaction)$/;
const isActivity = /[tT]ask$|^callActivity$|^(subProcess|adHocSubProcess|transaction)$/;
const endless = /^(endEvent)$/;

/** Changes of the drawing itself, for whoever works without a pointer: add a step, lead on to another, take away. */
export const ShapeField = ({ drawing, element, step, rows, onOpen, onEnter, onSaid }: { drawing: Drawing; element: Element; step: Step; rows: readonly OutlineRow[]; onOpen: (id: string) => void; onEnter: (id: string, byKey: boolean) => void; onSaid: (what: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const [wanted, setWanted] = useState<ProcedureStep | KindToAdd | FullKind>('examine');
  const [wantedEdge, setWantedEdge] = useState<EdgeKind>('timer-boundary');
  const isFull = paletteIsFull();
  const [behind, setBehind] = useState('');
  const parent = element.parent;
  const places = rows.filter(({ id, host }) => {
    const other = elementOf(drawing, id);
    return other !== undefined && id !== step.id && host === undefined && other.parent === parent && other !== element.incoming[0]?.source && leadsOn(other);
  });
  const place = places.some(({ id }) => id === behind) ? behind : (places[0]?.id ?? '');
  const nameOf = (one: Element) => drawnWords(modelOf(one), language, (step) => text('wayTo', { step }));
  const labelOf = ({ id }: OutlineRow) => ({ value: id, label: nameOf(elementOf(drawing, id)!) });
  const target = (one: KindToAdd | FullKind): Target => (isFullKind(one) ? targetOf(one) : { type: one });
  const firstName = ({ type }: Target) => (/Task$|Activity$|Process$|Transaction$/.test(type) ? defaultWords.step.vi : '');
  const opened = (id: string) => {
    const made = elementOf(drawing, id);
    if (made) onSaid(text('stepAdded', { step: nameOf(made) }));
    onOpen(id);
  };
  const add = () => opened(isStep(wanted) ? insertAfter(drawing, element, procedureSteps[wanted](stockOf(drawing))) : addAfter(drawing, element, target(wanted), firstName(target(wanted))));
  const others = isFull ? fullKinds() : kindsToAdd.map((value) => ({ value, label: kindWord(text, value.slice(5, 6).toLowerCase() + value.slice(6)) }));
  const takeAway = () => {
    const neighbour = element.incoming[0]?.source ?? element.host ?? element.outgoing[0]?.target;
    onSaid(text('stepRemoved', { step: nameOf(element) }));
    remove(drawing, element);
    if (neighbour) onOpen(neighbour.id);
  };
  return (
    <details className="panel-more" {...changesPart}>
      <summary>{text('changeDrawing')}</summary>
      {!endless.test(step.kind) && (
        <>
          <Select
            id="add-kind" label={text('addAfter')} value={wanted} onChange={(next) => setWanted(next as ProcedureStep | KindToAdd | FullKind)}
            options={[...procedureStepNames.map((value) => ({ value, label: text(`step_${value}`) })), ...others.map(({ value, label }) => ({ value, label: `${text('otherKinds')}: ${label}` }))]}
          />
          <p className="row">
            <Button small onClick={add}><Icon of={Plus} />{text('add')}</Button>
            {isContainer.test(step.kind) && !isStep(wanted) && <Button small onClick={() => opened(addInside(drawing, element, target(wanted), firstName(target(wanted))))}><Icon of={Plus} />{text('addInside')}</Button>}
          </p>
        </>
      )}
      <ConnectField drawing={drawing} element={element} rows={rows} onSaid={onSaid} />
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
      {isActivity.test(step.kind) && (isFull ? (
        <>
          <Select id="edge-kind" label={text('edgeKind')} value={wantedEdge} options={edgeKinds(element.type)} onChange={(next) => setWantedEdge(next as EdgeKind)} />
          <p><Button small onClick={() => opened(addOnEdge(drawing, element, targetOf(wantedEdge), '3 working days'))}><Icon of={Plus} />{text('addOnEdge')}</Button></p>
        </>
      ) : <p><Button small onClick={() => onOpen(addOnEdge(drawing, element, targetOf('timer-boundary'), '3 working days'))}><Icon of={Timer} />{text('addTimer')}</Button></p>)}
      <LaneField drawing={drawing} element={element} onSaid={onSaid} />
      <BesideField drawing={drawing} element={element} onSaid={onSaid} onEnter={onEnter} />
      <Button small kind="danger" onClick={takeAway}><Icon of={Trash2} />{text('removeStep')}</Button>
      <p className="muted small">{text('undoHint')}</p>
    </details>
  );
};
