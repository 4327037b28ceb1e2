import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { StepAttribute } from '../../../engine/bpmn/attribute-places.ts';
import type { DesignerPackage } from '../../../server/api/designer.ts';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { readProcedure } from '../../about/read-procedure.ts';
import { useFileChoices } from '../../package/file-names.ts';
import { useFileText } from '../../package/file-text.ts';
import { useText } from '../../words.ts';
import { listed, toggled, type SetStep, type StepTexts } from '../step.ts';
import { ClockField } from './clock-field.tsx';
import { Committed } from './committed.tsx';
import { nameFault } from './feel-fault.ts';
import { FormField } from './form-field.tsx';
import { LimitField } from './limit-field.tsx';
import { Select } from './select.tsx';
import { Ticks } from './ticks.tsx';

interface StepFieldsProps {
  step: StepTexts;
  set: SetStep;
}
interface WithPackage extends StepFieldsProps {
  opened: DesignerPackage;
}

export const NameFields = ({ step, set }: StepFieldsProps) => {
  const text = useText();
  return (
    <>
      <Committed id="step-name" label={text('nameVi')} value={step.name} lang="vi" onCommit={set('name')} />
      <Committed id="step-name-en" label={text('nameEn')} value={step.nameEn} lang="en" onCommit={set('nameEn')} />
    </>
  );
};

/** With which form, in what time. */
export const PersonFields = ({ step, set, opened, onForm }: WithPackage & { onForm: (form: string) => void }) => {
  const text = useText();
  return (
    <>
      <FormField opened={opened} step={step} onChange={set('form')} onForm={onForm} />
      <LimitField id="step-limit" label={text('timeLimit')} value={step.timeLimit} hint={text('timeLimitHint')} onCommit={set('timeLimit')} />
    </>
  );
};

export const ConnectorField = ({ step, set, opened }: WithPackage) => {
  const text = useText();
  const language = useLanguage();
  const reading = readProcedure(useFileText(opened.key, 'procedure.json').text ?? '');
  const outside = 'procedure' in reading ? (reading.procedure.outside ?? []) : [];
  const described = useFileChoices(opened, 'connectors');
  const house = opened.connectors.map((name) => ({ value: name, label: `${text(`connector_${name.replace('.', '_')}` as 'connector_notify')} (${name})` }));
  return (
    <>
      <Select id="step-connector" label={text('connector')} value={step.connector} options={[{ value: '', label: text('choose') }, ...house, ...described, ...outside.map(({ topic, name }) => ({ value: topic, label: `${pick(name, language)} (${topic})` }))]} onChange={set('connector')} />
      {described.some(({ value }) => value === step.connector) && <p><Link href={`/packages/${opened.key}/connectors/${step.connector}`}>{text('connectorOpen')}</Link></p>}
    </>
  );
};

export const CitizenFields = ({ step, set }: StepFieldsProps) => {
  const text = useText();
  return (
    <details className="panel-more" open={step.citizenName !== ''}>
      <summary>{text('citizenSees')}</summary>
      <Committed id="step-citizen" label={text('citizenNameVi')} value={step.citizenName} lang="vi" hint={text('citizenNameHint')} onCommit={set('citizenName')} />
      <Committed id="step-citizen-en" label={text('citizenNameEn')} value={step.citizenNameEn} lang="en" onCommit={set('citizenNameEn')} />
    </details>
  );
};

/** What the legal clock does, and in which of the ten states the dossier is from here on. */
export const ClockFields = ({ step, set }: StepFieldsProps) => {
  const text = useText();
  return (
    <details className="panel-more" open={step.clock !== '' || step.state !== ''}>
      <summary>{text('clockAndState')}</summary>
      <ClockField id="step-clock" label={text('clock')} value={step.clock} onCommit={set('clock')} />
      <Select id="step-state" label={text('state')} value={step.state} hint={text('stateHint')} options={[{ value: '', label: text('stateKept') }, ...Array.from({ length: 10 }, (_, index) => ({ value: String(index + 1), label: `${index + 1} · ${text(`state_${index + 1}` as 'state_1')}` }))]} onChange={set('state')} />
    </details>
  );
};

/** From whom the person must differ, and which papers are drafted here. `others`: all other steps of people. */
export const PersonTicks = ({ step, set, opened, others }: WithPackage & { others: readonly { readonly value: string; readonly label: string }[] }) => {
  const text = useText();
  return (
    <>
      <Ticks legend={text('fourEyes')} hint={text('fourEyesHint')} items={others} chosen={listed(step.fourEyes)} onToggle={(value) => set('fourEyes')(toggled(step.fourEyes, value))} />
      <Ticks legend={text('letters')} hint={text('lettersHint')} items={useFileChoices(opened, 'letters')} chosen={listed(step.letters)} onToggle={(value) => set('letters')(toggled(step.letters, value))} />
    </>
  );
};

/** Under which names its answer, and who did or began it, are kept: what of these something reads. */
export const AdvancedFields = ({ step, set, id, may, children }: StepFieldsProps & { id: string; may: (attribute: StepAttribute) => boolean; children?: ReactNode }) => {
  const text = useText();
  if (!may('result') && !may('initiator') && !children) return null;
  return (
    <details className="panel-more">
      <summary>{text('advanced')}</summary>
      {may('result') && <Committed id="step-result" label={text('result')} value={step.result} hint={text('resultHint', { id })} code fault={nameFault(text)} onCommit={set('result')} />}
      {may('performer') && <Committed id="step-performer" label={text('performer')} value={step.performer} hint={text('performerHint')} code fault={nameFault(text)} onCommit={set('performer')} />}
      {may('initiator') && <Committed id="step-initiator" label={text('initiator')} value={step.initiator} hint={text('performerHint')} code fault={nameFault(text)} onCommit={set('initiator')} />}
      {children}
    </details>
  );
};
