import type { StepAttribute } from '../../../engine/bpmn/attribute-places.ts';
import type { DesignerPackage } from '../../../server/api/designer.ts';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { useForms } from '../../package/use-forms.ts';
import { useText } from '../../words.ts';
import { byFormula, unitChoice } from '../assignment.ts';
import { namedPeople, type Answering } from '../named-people.ts';
import type { SetStep, StepTexts } from '../step.ts';
import { unitOptions } from '../unit-words.ts';
import { RoleField } from './role-field.tsx';
import { RuleField } from './rule-field.tsx';

/** A step to whose doer another may be given: how it is called, and under which name its doer is kept, if it is. */
export interface DoerChoice {
  readonly id: string;
  readonly called: string;
  readonly kept: string;
}

interface WhoFieldsProps {
  opened: DesignerPackage;
  step: StepTexts;
  set: SetStep;
  may: (attribute: StepAttribute) => boolean;
  /** Gives it to one role or to several; without it, to one alone. */
  setRoles?: undefined | ((roles: readonly string[]) => void);
  /** The role of the lane around it. */
  laneRole?: string | undefined;
  answering: readonly Answering[];
  doers?: readonly DoerChoice[];
  onDoer?: undefined | ((id: string) => void);
}

/** Who does a step: in which role, of which unit, and to whom it is given from the start. */
export const WhoFields = ({ opened, step, set, may, setRoles, laneRole, answering, doers = [], onDoer }: WhoFieldsProps) => (
  <>
    {may('role') && <RoleField opened={opened} step={step} set={set} setRoles={setRoles} laneRole={laneRole} choosesByData={may('assignedRole')} />}
    {may('unit') && step.role !== 'applicant' && <UnitField opened={opened} value={step.unit} onChange={set('unit')} />}
    {may('assignee') && step.role !== 'applicant' && <AssigneeField opened={opened} value={step.assignee} onChange={set('assignee')} answering={answering} doers={doers} onDoer={onDoer} />}
  </>
);

const UnitField = ({ opened, value, onChange }: { opened: DesignerPackage; value: string; onChange: (unit: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  return <RuleField id="step-unit" label={text('unit')} hint={text('unitHint')} formula={text('unitFormula')} value={value} chosen={unitChoice(value)} options={unitOptions(opened, text, language)} onChoose={onChange} onFormula={onChange} />;
};

const did = 'did ';

const AssigneeField = ({ opened, value, onChange, answering, doers, onDoer }: Required<Pick<WhoFieldsProps, 'opened' | 'answering' | 'doers'>> & Pick<WhoFieldsProps, 'onDoer'> & { value: string; onChange: (feel: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const { forms } = useForms(opened);
  const named = namedPeople(forms, answering).map(({ feel, question, step }) => ({ value: feel, label: text('assigneeNamed', { question: pick(question, language), step: pick(step, language) }) }));
  const doer = doers.find(({ kept }) => kept !== '' && kept === value);
  const chosen = value === '' ? '' : doer ? did + doer.id : named.some((one) => one.value === value) ? value : byFormula;
  return (
    <RuleField
      id="step-assignee" label={text('assignee')} hint={text('assigneeHint')} formula={text('assigneeFormula')} value={value} chosen={chosen} onFormula={onChange}
      options={[{ value: '', label: text('assigneeAny') }, ...(onDoer ? doers.map(({ id, called }) => ({ value: did + id, label: text('assigneeDid', { step: called }) })) : []), ...named]}
      onChoose={(next) => (next.startsWith(did) ? onDoer?.(next.slice(did.length)) : onChange(next))}
    />
  );
};
