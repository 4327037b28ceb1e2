import { Plus, Trash2, Waypoints } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../../words.ts';
import { addAfter, connect, elementOf, kindsToAdd, remove, type KindToAdd } from '../editing.ts';
import type { Drawing, Element } from '../modeler.ts';
import type { OutlineRow } from '../outline.ts';
import type { Step } from '../step.ts';
import { kindWord } from '../words/kind.ts';
import { Select } from './select.tsx';

const endless = /^(endEvent)$/;
const unreachable = /^(startEvent|boundaryEvent)$/;

/** Changes of the drawing itself, for whoever works without a pointer: add a step, lead on to another, take away. */
export const ShapeField = ({ drawing, element, step, rows, onOpen }: { drawing: Drawing; element: Element; step: Step; rows: readonly OutlineRow[]; onOpen: (id: string) => void }) => {
  const text = useText();
  const [type, setType] = useState<KindToAdd>('bpmn:UserTask');
  const [target, setTarget] = useState('');
  const parent = element.parent;
  const targets = rows.filter(({ id, kind }) => id !== step.id && !unreachable.test(kind) && elementOf(drawing, id)?.parent === parent && !step.ways.some((way) => way.target === id));
  const chosen = elementOf(drawing, target) ? target : (targets[0]?.id ?? '');
  return (
    <details className="panel-more">
      <summary>{text('changeDrawing')}</summary>
      {!endless.test(step.kind) && (
        <>
          <Select id="add-kind" label={text('addAfter')} value={type} options={kindsToAdd.map((kind) => ({ value: kind, label: kindWord(text, kind.slice(5, 6).toLowerCase() + kind.slice(6)) }))} onChange={(next) => setType(next as KindToAdd)} />
          <p><Button small onClick={() => onOpen(addAfter(drawing, element, type, type.endsWith('Task') ? text('newStep') : ''))}><Icon of={Plus} />{text('add')}</Button></p>
          {targets.length > 0 && (
            <>
              <Select id="connect-to" label={text('connectTo')} value={chosen} options={targets.map(({ id, name, kind }) => ({ value: id, label: name || `${kindWord(text, kind)} (${id})` }))} onChange={setTarget} />
              <p>
                <Button small onClick={() => {
                  const to = elementOf(drawing, chosen);
                  if (to) connect(drawing, element, to);
                }}><Icon of={Waypoints} />{text('connect')}</Button>
              </p>
            </>
          )}
        </>
      )}
      <Button small kind="danger" onClick={() => remove(drawing, element)}><Icon of={Trash2} />{text('removeStep')}</Button>
      <p className="muted small">{text('undoHint')}</p>
    </details>
  );
};
