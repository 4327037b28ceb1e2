import type { DesignerPackage, Finding } from '../../../server/api/designer.ts';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { FindingItem } from '../../findings/finding-item.tsx';
import { useText } from '../../words.ts';
import { filesIn } from '../../package/files-in.ts';
import { elementOf, modelOf, setInputs, setName, setScript, setText, setTimer } from '../editing.ts';
import type { Drawing } from '../modeler.ts';
import type { OutlineRow } from '../outline.ts';
import { listed, stepOf, timerTypes, toggled, type StepText, type TimerType } from '../step.ts';
import { kindWord } from '../words/kind.ts';
import { ClockField } from './clock-field.tsx';
import { Committed } from './committed.tsx';
import { feelFault } from './feel-fault.ts';
import { FlowPanel } from './flow-panel.tsx';
import { InputsField } from './inputs-field.tsx';
import { LimitField } from './limit-field.tsx';
import { Select } from './select.tsx';
import { ShapeField } from './shape-field.tsx';
import { Ticks } from './ticks.tsx';
import { WaysField } from './ways-field.tsx';

interface StepPanelProps {
  drawing: Drawing;
  id: string;
  opened: DesignerPackage;
  rows: readonly OutlineRow[];
  decisions: readonly string[];
  findings: readonly Finding[];
  onOpen: (id: string) => void;
  onForm: (form: string) => void;
}

/** Everything that can be said of the selected element, in the words of procedures. */
export const StepPanel = ({ drawing, id, opened, rows, decisions, findings, onOpen, onForm }: StepPanelProps) => {
  const text = useText();
  const language = useLanguage();
  const element = elementOf(drawing, id);
  if (!element) return null;
  const step = stepOf(modelOf(element));
  const set = (name: StepText) => (value: string) => setText(drawing, element, name, value);
  if (step.kind === 'sequenceFlow') return <FlowPanel drawing={drawing} element={element} onOpen={onOpen} findings={findings} />;
  const isTask = /[tT]ask$/.test(step.kind);
  const isActivity = isTask || step.kind === 'subProcess';
  const isPerson = step.kind === 'userTask' || step.kind === 'manualTask';
  const isMachine = step.kind === 'serviceTask' || step.kind === 'businessRuleTask';
  const none = { value: '', label: text('choose') };
  return (
    <div key={id}>
      <p className="panel-kind">{kindWord(text, step.kind)} · <code>{id}</code></p>
      {findings.length > 0 && <ul className="finding-list">{findings.map((finding, index) => <FindingItem key={index} finding={finding} />)}</ul>}
      <Committed id="step-name" label={text('nameVi')} value={step.name} lang="vi" onCommit={(value) => setName(drawing, element, value)} />
      <Committed id="step-name-en" label={text('nameEn')} value={step.nameEn} lang="en" onCommit={set('nameEn')} />
      {isPerson && (
        <>
          <Select id="step-role" label={text('role')} value={step.role} options={[none, ...opened.roles.map(({ role, name, people }) => ({ value: role, label: `${pick(name, language)} (${role === 'applicant' ? text('whoFiled') : text('people', { count: people })})` }))]} onChange={set('role')} />
          <Select id="step-form" label={text('form')} value={step.form} options={[none, ...filesIn(opened, 'forms').map((form) => ({ value: form, label: form }))]} onChange={set('form')} />
          {step.form !== '' && <p><button type="button" className="link" onClick={() => onForm(step.form)}>{text('editForm', { form: step.form })}</button></p>}
          <LimitField id="step-limit" label={text('timeLimit')} value={step.timeLimit} hint={text('timeLimitHint')} onCommit={set('timeLimit')} />
        </>
      )}
      {step.kind === 'serviceTask' && <Select id="step-connector" label={text('connector')} value={step.connector} options={[none, ...opened.connectors.map((name) => ({ value: name, label: `${text(`connector_${name.replace('.', '_')}` as 'connector_notify')} (${name})` }))]} onChange={set('connector')} />}
      {step.kind === 'businessRuleTask' && <Select id="step-decision" label={text('decision')} value={step.decision} options={[none, ...decisions.map((name) => ({ value: name, label: name }))]} onChange={set('decision')} />}
      {isMachine && <InputsField inputs={step.inputs} onChange={(inputs) => setInputs(drawing, element, inputs)} />}
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
      <WaysField drawing={drawing} element={element} step={step} onOpen={onOpen} />
      <details className="panel-more" open={step.citizenName !== ''}>
        <summary>{text('citizenSees')}</summary>
        <Committed id="step-citizen" label={text('citizenNameVi')} value={step.citizenName} lang="vi" hint={text('citizenNameHint')} onCommit={set('citizenName')} />
        <Committed id="step-citizen-en" label={text('citizenNameEn')} value={step.citizenNameEn} lang="en" onCommit={set('citizenNameEn')} />
      </details>
      {(isActivity || step.kind.endsWith('Event')) && (
        <details className="panel-more" open={step.clock !== '' || step.state !== ''}>
          <summary>{text('clockAndState')}</summary>
          <ClockField id="step-clock" label={text('clock')} value={step.clock} onCommit={set('clock')} />
          <Select id="step-state" label={text('state')} value={step.state} hint={text('stateHint')} options={[{ value: '', label: text('stateKept') }, ...Array.from({ length: 10 }, (_, index) => ({ value: String(index + 1), label: `${index + 1} · ${text(`state_${index + 1}` as 'state_1')}` }))]} onChange={set('state')} />
        </details>
      )}
      {isPerson && <Ticks legend={text('fourEyes')} hint={text('fourEyesHint')} items={rows.filter((row) => row.kind === 'userTask' && row.id !== id).map(({ id: value, name }) => ({ value, label: name || value }))} chosen={listed(step.fourEyes)} onToggle={(value) => set('fourEyes')(toggled(step.fourEyes, value))} />}
      {isPerson && <Ticks legend={text('letters')} hint={text('lettersHint')} items={filesIn(opened, 'letters').map((value) => ({ value, label: value }))} chosen={listed(step.letters)} onToggle={(value) => set('letters')(toggled(step.letters, value))} />}
      {(isTask || step.message !== '') && (
        <details className="panel-more">
          <summary>{text('advanced')}</summary>
          {isPerson && <Committed id="step-assignee" label={text('assignee')} value={step.assignee} hint={text('assigneeHint')} code onCommit={set('assignee')} />}
          {isPerson && <Committed id="step-unit" label={text('unit')} value={step.unit} hint={text('unitHint')} code onCommit={set('unit')} />}
          <Committed id="step-result" label={text('result')} value={step.result} hint={text('resultHint', { id })} code onCommit={set('result')} />
        </details>
      )}
      <ShapeField key={id} drawing={drawing} element={element} step={step} rows={rows} onOpen={onOpen} />
    </div>
  );
};
