import type { DesignerPackage } from '../../../server/api/designer.ts';
import { Check } from '../../../ui/choices.tsx';
import { useText, type Text } from '../../words.ts';
import { fieldOf, fieldsOn, type FieldKey } from '../bpmn/fields.ts';
import { isWhole, saidIn, say } from '../bpmn/said.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { modelOf } from '../editing.ts';
import type { Model } from '../model.ts';
import { Committed } from './committed.tsx';
import { feelFault, nameFault } from './feel-fault.ts';
import { Select } from './select.tsx';
import { StepCondition } from './step-condition.tsx';

/** What the panel needs to change something of an element. */
export interface Drawn {
  drawing: Drawing;
  element: Element;
  opened: DesignerPackage;
}

type Word = Parameters<Text>[0];
const hinted: ReadonlySet<FieldKey> = new Set(['linkName', 'calledExpression', 'loopMaximum', 'collection', 'element', 'loopCardinality', 'outputCollection', 'outputElement', 'startQuantity', 'isForCompensation', 'shares', 'instantiate']);
/** What is asked once the step is done, or something in it is. */
const askedAfter: ReadonlySet<FieldKey> = new Set(['loopCondition', 'completionCondition', 'adHocCompletion']);

/** One property of full BPMN, said as it is meant. */
const BpmnField = ({ drawing, element, opened, holder, of: key, id }: Drawn & { holder: Model; of: FieldKey; id: string }) => {
  const text = useText();
  const field = fieldOf(key);
  const value = saidIn(holder, key);
  const put = (next: string) => say(drawing, element, holder, key, next);
  const label = text(`bpmn_${key}` as Word);
  const hint = hinted.has(key) ? { hint: text(`bpmn_${key}_hint` as Word) } : {};
  switch (field.as) {
    case 'condition': return <StepCondition id={id} at={modelOf(element)} after={askedAfter.has(key)} {...(field.counts && { counts: field.counts })} value={value} opened={opened} legend={label} begin={text('conditionSay')} onChange={put} />;
    case 'formula':
    case 'feel': return <Committed id={id} label={label} value={value} {...hint} code fault={feelFault(text)} onCommit={put} />;
    case 'check': return <Check id={id} label={<>{label}{hint.hint && <span className="choice-hint">{hint.hint}</span>}</>} checked={value === 'true'} onChange={(checked) => put(String(checked))} />;
    case 'choice': return <Select id={id} label={label} value={value} options={field.of.map((one) => ({ value: one, label: text(`bpmn_${key}_${one}` as Word) }))} onChange={put} />;
    case 'whole': return (
      <Committed
        id={id} label={label} value={value} {...hint} fault={(typed) => (typed.trim() === '' || isWhole(typed, field.from) ? undefined : text('wholeFault', { from: field.from }))}
        onCommit={(typed) => (typed.trim() === '' || isWhole(typed, field.from)) && put(typed)}
      />
    );
    case 'name': return <Committed id={id} label={label} value={value} {...hint} code fault={nameFault(text)} onCommit={put} />;
    default: return <Committed id={id} label={label} value={value} {...hint} onCommit={put} />;
  }
};

/** All that can be said of an element, of its loop or of a definition of its event by one value each; what is rare stands elsewhere. */
export const BpmnFields = ({ holder, id, rare = false, ...drawn }: Drawn & { holder: Model; id: string; rare?: boolean }) =>
  fieldsOn(holder, rare).map((key) => <BpmnField key={key} {...drawn} holder={holder} of={key} id={`${id}-${key}`} />);
