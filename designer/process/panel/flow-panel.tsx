import { Trash2 } from 'lucide-react';
import type { Finding } from '../../../server/api/designer.ts';
import { Button } from '../../../ui/button.tsx';
import { Check } from '../../../ui/choices.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { FindingItem } from '../../findings/finding-item.tsx';
import { useText } from '../../words.ts';
import { elementOf, modelOf, remove, setCondition, setDefault, setName } from '../editing.ts';
import { one, textIn, type Model } from '../model.ts';
import type { Drawing, Element } from '../modeler.ts';
import { mayChoose, stepOf } from '../step.ts';
import { Committed } from './committed.tsx';
import { feelFault } from './feel-fault.ts';

/** A way from one step to another: its name, and when it is taken. */
export const FlowPanel = ({ drawing, element, findings, onOpen }: { drawing: Drawing; element: Element; findings: readonly Finding[]; onOpen: (id: string) => void }) => {
  const text = useText();
  const model = modelOf(element);
  const [from, to] = [one(model, 'sourceRef'), one(model, 'targetRef')];
  const source = elementOf(drawing, from?.id ?? '');
  const step = from && stepOf(from);
  const way = step?.ways.find(({ id }) => id === element.id);
  const chooses = step !== undefined && mayChoose(step.kind) && step.ways.length > 1;
  const end = (node: Model | undefined) => <button type="button" className="link" onClick={() => onOpen(node?.id ?? '')}>{textIn(node, 'name') || node?.id}</button>;
  return (
    <div key={element.id}>
      <p className="panel-kind">{text('kind_sequenceFlow')} · <code>{element.id}</code></p>
      {findings.length > 0 && <ul className="finding-list">{findings.map((finding, index) => <FindingItem key={index} finding={finding} />)}</ul>}
      <p>{text('fromStep')} {end(from)} → {end(to)}</p>
      <Committed id="step-name" label={text('nameVi')} value={textIn(model, 'name')} lang="vi" onCommit={(value) => setName(drawing, element, value)} />
      {chooses && source && way && (
        <>
          {!way.isDefault && <Committed id="flow-condition" label={text('condition')} value={way.condition} long code hint={text('conditionHint')} fault={feelFault(text)} onCommit={(value) => setCondition(drawing, element, value)} />}
          <Check id="flow-default" label={text('isDefault')} checked={way.isDefault} onChange={(checked) => setDefault(drawing, source, checked ? element : undefined)} />
        </>
      )}
      <Button small kind="danger" onClick={() => remove(drawing, element)}><Icon of={Trash2} />{text('removeFlow')}</Button>
      <p className="muted small">{text('undoHint')}</p>
    </div>
  );
};
