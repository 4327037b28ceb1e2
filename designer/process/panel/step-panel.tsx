import type { DesignerPackage, Finding } from '../../../server/api/designer.ts';
import { mayStand, type StepAttribute } from '../../../engine/bpmn/attribute-places.ts';
import type { Kind } from '../../../engine/definition.ts';
import { FindingItem } from '../../findings/finding-item.tsx';
import { useText } from '../../words.ts';
import { elementOf, modelOf, setInputs, setName, setScript, setText, setTimer } from '../editing.ts';
import type { Drawing } from '../drawing-tools.ts';
import type { OutlineRow } from '../outline.ts';
import { stepOf, timerTypes, type SetStep, type TimerType } from '../step.ts';
import { kindWord } from '../words/kind.ts';
import { Committed } from './committed.tsx';
import { ConnectorInputs } from './connector-inputs.tsx';
import { feelFault } from './feel-fault.ts';
import { FlowPanel } from './flow-panel.tsx';
import { LimitField } from './limit-field.tsx';
import { Select } from './select.tsx';
import { ShapeField } from './shape-field.tsx';
import { AdvancedFields, CitizenFields, ClockFields, ConnectorField, NameFields, PersonFields, PersonTicks, RoleField } from './step-fields.tsx';
import { WaysField } from './ways-field.tsx';

interface StepPanelProps {
  drawing: Drawing;
  id: string;
  opened: DesignerPackage;
  rows: readonly OutlineRow[];
  decisions: readonly string[];
  findings: readonly Finding[];
  onOpen: (id: string) => void;
  /** Told to screen readers. */
  onSaid: (what: string) => void;
  onForm: (form: string) => void;
  onLetter: (letter: string) => void;
}

/** Everything that can be said of the selected element, in the words of procedures. */
export const StepPanel = ({ drawing, id, opened, rows, decisions, findings, onOpen, onSaid, onForm, onLetter }: StepPanelProps) => {
  const text = useText();
  const element = elementOf(drawing, id);
  if (!element) return null;
  const step = stepOf(modelOf(element));
  const set: SetStep = (word) => (value) => (word === 'name' ? setName(drawing, element, value) : setText(drawing, element, word, value));
  const fields = { step, set };
  if (step.kind === 'sequenceFlow') return <FlowPanel drawing={drawing} element={element} opened={opened} onOpen={onOpen} findings={findings} />;
  const may = (attribute: StepAttribute) => mayStand(attribute, step.kind as Kind) && (attribute !== 'result' || !step.kind.endsWith('Event') || step.message !== '');
  const isPerson = may('form');
  const isMachine = step.kind === 'serviceTask' || step.kind === 'businessRuleTask';
  const none = { value: '', label: text('choose') };
  return (
    <div key={id}>
      <p className="panel-kind">{kindWord(text, step.kind)} · <code>{id}</code></p>
      {findings.length > 0 && <ul className="finding-list">{findings.map((finding, index) => <FindingItem key={index} finding={finding} />)}</ul>}
      <NameFields {...fields} />
      {may('role') && <RoleField {...fields} opened={opened} />}
      {isPerson && <PersonFields {...fields} opened={opened} onForm={onForm} />}
      {may('connector') && <ConnectorField {...fields} opened={opened} />}
      {may('decision') && <Select id="step-decision" label={text('decision')} value={step.decision} options={[none, ...decisions.map((name) => ({ value: name, label: name }))]} onChange={set('decision')} />}
      {isMachine && <ConnectorInputs opened={opened} step={step} onChange={(inputs) => setInputs(drawing, element, inputs)} onLetter={onLetter} />}
      {step.kind === 'scriptTask' && <Committed id="step-script" label={text('script')} value={step.script} long code fault={feelFault(text)} onCommit={(value) => setScript(drawing, element, value)} />}
      {step.timer && (
        <>
          <Select id="step-timer-type" label={text('timerType')} value={step.timer.type} options={timerTypes.map((type) => ({ value: type, label: text(type) }))} onChange={(type) => setTimer(drawing, element, type as TimerType, step.timer?.text ?? '')} />
          {step.timer.type === 'timeDuration' && !step.timer.text.startsWith('=')
            ? <LimitField id="step-timer" label={text('timerText')} value={step.timer.text} onCommit={(value) => setTimer(drawing, element, 'timeDuration', value)} />
            : <Committed id="step-timer" label={text('timerText')} value={step.timer.text} code onCommit={(value) => setTimer(drawing, element, step.timer?.type ?? 'timeDuration', value)} />}
        </>
      )}
      {step.message !== '' && <p>{text('waitsFor')} <code>{step.message}</code></p>}
      {step.errorCode !== '' && <p>{text('errorCode')} <code>{step.errorCode}</code></p>}
      {step.kind === 'boundaryEvent' && <p>{text(step.interrupting ? 'interrupting' : 'notInterrupting')}</p>}
      <WaysField drawing={drawing} element={element} step={step} opened={opened} onOpen={onOpen} />
      <CitizenFields {...fields} />
      {may('clock') && <ClockFields {...fields} />}
      {isPerson && <PersonTicks {...fields} opened={opened} others={rows.filter((row) => row.kind === 'userTask' && row.id !== id).map(({ id: value, name }) => ({ value, label: name || value }))} />}
      <AdvancedFields {...fields} id={id} may={may} />
      <ShapeField key={id} drawing={drawing} element={element} step={step} rows={rows} onOpen={onOpen} onSaid={onSaid} />
    </div>
  );
};
