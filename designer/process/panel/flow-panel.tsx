import { CornerDownRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { DesignerPackage, Finding } from '../../../server/api/designer.ts';
import { Button } from '../../../ui/button.tsx';
import { Check } from '../../../ui/choices.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { FindingItem } from '../../findings/finding-item.tsx';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { leadTo, linkBetween } from '../connecting.ts';
import { drawnWords } from '../drawn-words.ts';
import { elementOf, modelOf, remove, setDefault, setName, setText } from '../editing.ts';
import { one, textIn, type Model } from '../model.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import type { OutlineRow } from '../outline.ts';
import { mayChoose, stepOf } from '../step.ts';
import { Committed } from './committed.tsx';
import { Select } from './select.tsx';
import { WayCondition } from './way-condition.tsx';

interface FlowPanelProps {
  drawing: Drawing;
  element: Element;
  opened: DesignerPackage;
  rows: readonly OutlineRow[];
  findings: readonly Finding[];
  onOpen: (id: string) => void;
  /** Goes on to the panel of a step, by keyboard too. */
  onEnter: (id: string, byKey: boolean) => void;
  /** Told to screen readers. */
  onSaid: (what: string) => void;
}

/** A way from one step to another: its name, when it is taken, and where it leads. */
export const FlowPanel = ({ drawing, element, opened, rows, findings, onOpen, onEnter, onSaid }: FlowPanelProps) => {
  const text = useText();
  const language = useLanguage();
  const model = modelOf(element);
  const [from, to] = [one(model, 'sourceRef'), one(model, 'targetRef')];
  const source = elementOf(drawing, from?.id ?? '');
  const step = from && stepOf(from);
  const way = step?.ways.find(({ id }) => id === element.id);
  const chooses = step !== undefined && mayChoose(step.kind) && step.ways.length > 1;
  const [wanted, setWanted] = useState('');
  const nameOf = (node: Model | undefined) => (node ? drawnWords(node, language, (goal) => goal) : '');
  const goals = source ? rows.flatMap(({ id }) => elementOf(drawing, id) ?? []).filter((goal) => goal !== element.target && linkBetween(drawing, source, goal)?.type === element.type) : [];
  const goal = goals.find(({ id }) => id === wanted) ?? goals[0];
  const end = (node: Model | undefined) => <button type="button" className="link" onClick={() => onOpen(node?.id ?? '')}>{nameOf(node)}</button>;
  return (
    <div key={element.id}>
      <p className="panel-kind">{text('kind_sequenceFlow')} · <code>{element.id}</code></p>
      {findings.length > 0 && <ul className="finding-list">{findings.map((finding, index) => <FindingItem key={index} finding={finding} />)}</ul>}
      <p>{text('fromStep')} {end(from)} → {end(to)}</p>
      <Committed id="step-name" label={text('nameVi')} value={textIn(model, 'name')} lang="vi" onCommit={(value) => setName(drawing, element, value)} />
      <Committed id="step-name-en" label={text('nameEn')} value={textIn(model, 'motcua:nameEn')} lang="en" onCommit={(value) => setText(drawing, element, 'nameEn', value)} />
      {chooses && source && way && (
        <>
          {!way.isDefault && <WayCondition drawing={drawing} flow={element} way={way} opened={opened} legend={text('condition')} />}
          <Check id="flow-default" label={text('isDefault')} checked={way.isDefault} onChange={(checked) => setDefault(drawing, source, checked ? element : undefined)} />
        </>
      )}
      {goal && (
        <>
          <Select id="way-goal" label={text('wayLeadTo')} value={goal.id} options={goals.map((one) => ({ value: one.id, label: nameOf(modelOf(one)) }))} onChange={setWanted} />
          <p>
            <Button small onClick={() => {
              leadTo(drawing, element, goal);
              onSaid(text('wayLed', { step: nameOf(modelOf(goal)) }));
            }}><Icon of={CornerDownRight} />{text('wayLead')}</Button>
          </p>
        </>
      )}
      <Button small kind="danger" onClick={({ detail }) => {
        onSaid(text('flowRemoved', { from: nameOf(from), to: nameOf(to) }));
        remove(drawing, element);
        if (source) onEnter(source.id, detail === 0);
      }}><Icon of={Trash2} />{text('removeFlow')}</Button>
      <p className="muted small">{text('undoHint')}</p>
    </div>
  );
};
