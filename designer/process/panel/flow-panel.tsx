import { Trash2 } from 'lucide-react';
import type { DesignerPackage, Finding } from '../../../server/api/designer.ts';
import { Button } from '../../../ui/button.tsx';
import { Check } from '../../../ui/choices.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { FindingItem } from '../../findings/finding-item.tsx';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { drawnWords } from '../drawn-words.ts';
import { elementOf, modelOf, remove, setDefault, setName, setText } from '../editing.ts';
import { one, textIn, type Model } from '../model.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { mayChoose, stepOf } from '../step.ts';
import { Committed } from './committed.tsx';
import { WayCondition } from './way-condition.tsx';

/** A way from one step to another: its name, and when it is taken. */
export const FlowPanel = ({ drawing, element, opened, findings, onOpen }: { drawing: Drawing; element: Element; opened: DesignerPackage; findings: readonly Finding[]; onOpen: (id: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const model = modelOf(element);
  const [from, to] = [one(model, 'sourceRef'), one(model, 'targetRef')];
  const source = elementOf(drawing, from?.id ?? '');
  const step = from && stepOf(from);
  const way = step?.ways.find(({ id }) => id === element.id);
  const chooses = step !== undefined && mayChoose(step.kind) && step.ways.length > 1;
  const end = (node: Model | undefined) => <button type="button" className="link" onClick={() => onOpen(node?.id ?? '')}>{node && drawnWords(node, language, (goal) => goal)}</button>;
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
      <Button small kind="danger" onClick={() => remove(drawing, element)}><Icon of={Trash2} />{text('removeFlow')}</Button>
      <p className="muted small">{text('undoHint')}</p>
    </div>
  );
};
