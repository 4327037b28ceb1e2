import type { DesignerPackage, Finding } from '../../../server/api/designer.ts';
import type { StepAttribute } from '../../../engine/bpmn/attribute-places.ts';
import { familyOf } from '../../../engine/bpmn/family.ts';
import type { Kind } from '../../../engine/definition.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { FindingItem } from '../../findings/finding-item.tsx';
import { useText } from '../../words.ts';
import { assigningOf } from '../assigning.ts';
import { laneRoleOf, setRoles, setStep } from '../assignment.ts';
import { fieldsOn } from '../bpmn/fields.ts';
import { askDecision, elementOf, modelOf, setInputs, setScript } from '../editing.ts';
import type { Drawing } from '../drawing-tools.ts';
import { brings, maySay } from '../may-say.ts';
import type { OutlineRow } from '../outline.ts';
import { stepOf } from '../step.ts';
import { kindWord } from '../words/kind.ts';
import { BpmnFields } from './bpmn-field.tsx';
import { CallField } from './call-field.tsx';
import { Committed } from './committed.tsx';
import { ConnectorInputs } from './connector-inputs.tsx';
import { DataField } from './data-field.tsx';
import { DecisionField } from './decision-field.tsx';
import { EventFields, KeysField } from './event-fields.tsx';
import { feelFault } from './feel-fault.ts';
import { FlowPanel } from './flow-panel.tsx';
import { LoopField } from './loop-field.tsx';
import { PlainPanel } from './plain-panel.tsx';
import { ShapeField } from './shape-field.tsx';
import { AdvancedFields, CitizenFields, ClockFields, ConnectorField, NameFields, PersonFields, PersonTicks } from './step-fields.tsx';
import { WhoFields } from './who-fields.tsx';
import { WaysField } from './ways-field.tsx';

interface StepPanelProps {
  drawing: Drawing;
  id: string;
  opened: DesignerPackage;
  rows: readonly OutlineRow[];
  findings: readonly Finding[];
  onOpen: (id: string) => void;
  /** Goes on to the panel of something else, by keyboard too. */
  onEnter: (id: string, byKey: boolean) => void;
  /** Told to screen readers. */
  onSaid: (what: string) => void;
  onForm: (form: string) => void;
  onLetter: (letter: string) => void;
  onFile: (path: string) => void;
}

/** Everything that can be said of the selected element, in the words of procedures. */
export const StepPanel = ({ drawing, id, opened, rows, findings, onOpen, onEnter, onSaid, onForm, onLetter, onFile }: StepPanelProps) => {
  const text = useText();
  const language = useLanguage();
  const element = elementOf(drawing, id);
  if (!element) return null;
  const model = modelOf(element);
  const step = stepOf(model);
  const set = setStep(drawing, element);
  const fields = { step, set };
  if (step.kind === 'sequenceFlow') return <FlowPanel key={id} drawing={drawing} element={element} opened={opened} rows={rows} findings={findings} onOpen={onOpen} onEnter={onEnter} onSaid={onSaid} />;
  const family = familyOf(step.kind as Kind) as ReturnType<typeof familyOf> | undefined;
  if (!family) return <PlainPanel drawing={drawing} element={element} opened={opened} rows={rows} findings={findings} onOpen={onOpen} onEnter={onEnter} onSaid={onSaid} />;
  const may = (attribute: StepAttribute) => maySay(model, attribute);
  const isPerson = may('form');
  const isMachine = step.kind === 'serviceTask' || step.kind === 'businessRuleTask';
  const drawn = { drawing, element, opened };
  const data = (family === 'activity' || brings(model)) && <DataField {...drawn} step={step} isMachine={isMachine} />;
  return (
    <div key={id}>
      <p className="panel-kind">{kindWord(text, step.kind)} · <code>{id}</code></p>
      {findings.length > 0 && <ul className="finding-list">{findings.map((finding, index) => <FindingItem key={index} finding={finding} />)}</ul>}
      <NameFields {...fields} />
      <WhoFields
        {...fields} opened={opened} may={may} setRoles={(roles) => setRoles(drawing, element, roles)} laneRole={isPerson ? laneRoleOf(model) : undefined} {...assigningOf(drawing, element, language)}
      />
      {isPerson && <PersonFields {...fields} opened={opened} onForm={onForm} />}
      {may('connector') && <ConnectorField {...fields} opened={opened} />}
      {may('decision') && <DecisionField id="step" opened={opened} step={step} onAsk={(reference, inputs) => askDecision(drawing, element, reference, inputs)} onInputs={(inputs) => setInputs(drawing, element, inputs)} onTable={onFile} />}
      {step.kind === 'serviceTask' && <ConnectorInputs opened={opened} step={step} onChange={(inputs) => setInputs(drawing, element, inputs)} onLetter={onLetter} />}
      {step.kind === 'scriptTask' && <Committed id="step-script" label={text('script')} value={step.script} long code fault={feelFault(text)} onCommit={(value) => setScript(drawing, element, value)} />}
      {step.kind === 'callActivity' && <CallField {...drawn} />}
      {step.kind === 'callActivity' && data}
      <EventFields {...drawn} onOpen={onOpen} />
      <BpmnFields {...drawn} holder={model} id="step" />
      <WaysField drawing={drawing} element={element} step={step} opened={opened} onOpen={onOpen} onEnter={onEnter} />
      <CitizenFields {...fields} />
      {may('clock') && <ClockFields {...fields} />}
      {isPerson && <PersonTicks {...fields} opened={opened} others={rows.filter((row) => row.kind === 'userTask' && row.id !== id).map(({ id: value, name }) => ({ value, label: name || value }))} />}
      <KeysField {...drawn} />
      {step.kind !== 'callActivity' && data}
      {family === 'activity' && <LoopField {...drawn} />}
      <AdvancedFields {...fields} id={id} may={may}>{fieldsOn(model, true).length > 0 && <BpmnFields {...drawn} holder={model} id="step" rare />}</AdvancedFields>
      <ShapeField key={id} drawing={drawing} element={element} step={step} rows={rows} onOpen={onOpen} onEnter={onEnter} onSaid={onSaid} />
    </div>
  );
};
