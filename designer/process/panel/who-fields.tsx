import type { StepAttribute } from '../../../engine/bpmn/attribute-places.ts';
import type { DesignerPackage } from '../../../server/api/designer.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { useForms } from '../../package/use-forms.ts';
import { useText } from '../../words.ts';
import { assigneeChoices, type Assigning } from '../assigning.ts';
import { unitChoice } from '../assignment.ts';
import type { SetStep, StepTexts } from '../step.ts';
import { unitOptions } from '../unit-words.ts';
import { RoleField } from './role-field.tsx';
import { RuleField } from './rule-field.tsx';

interface WhoFieldsProps extends Assigning {
  opened: DesignerPackage;
  step: StepTexts;
  set: SetStep;
  may: (attribute: StepAttribute) => boolean;
  /** Gives it to one role or to several; without it, to one alone. */
  setRoles?: undefined | ((roles: readonly string[]) => void);
  /** The role of the lane around it. */
  laneRole?: string | undefined;
}

/** Who does a step: in which role, of which unit, and to whom it is given from the start. */
export const WhoFields = ({ opened, step, set, may, setRoles, laneRole, ...assigning }: WhoFieldsProps) => (
  <>
    {may('role') && <RoleField opened={opened} step={step} set={set} setRoles={setRoles} laneRole={laneRole} choosesByData={may('assignedRole')} />}
    {may('unit') && step.role !== 'applicant' && <UnitField opened={opened} value={step.unit} onChange={set('unit')} />}
    {may('assignee') && step.role !== 'applicant' && <AssigneeField opened={opened} value={step.assignee} onChange={set('assignee')} assigning={assigning} />}
  </>
);

const UnitField = ({ opened, value, onChange }: { opened: DesignerPackage; value: string; onChange: (unit: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  return <RuleField id="step-unit" label={text('unit')} hint={text('unitHint')} formula={text('unitFormula')} value={value} chosen={unitChoice(value)} options={unitOptions(opened, text, language)} onChoose={onChange} onFormula={onChange} />;
};

const AssigneeField = ({ opened, value, onChange, assigning }: { opened: DesignerPackage; value: string; onChange: (feel: string) => void; assigning: Assigning }) => {
  const text = useText();
  const { forms } = useForms(opened);
  const { options, chosen, choose } = assigneeChoices(assigning, { forms, value, onChange }, text, useLanguage());
  return <RuleField id="step-assignee" label={text('assignee')} hint={text('assigneeHint')} formula={text('assigneeFormula')} value={value} chosen={chosen} onFormula={onChange} options={options} onChoose={choose} />;
};
