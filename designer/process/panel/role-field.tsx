import { useState } from 'react';
import type { DesignerPackage } from '../../../server/api/designer.ts';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { rolesOf } from '../assignment.ts';
import { roleOptions } from '../role-words.ts';
import type { SetStep, StepTexts } from '../step.ts';
import { Committed } from './committed.tsx';
import { AddRole } from '../../roles/add-role.tsx';
import { feelFault } from './feel-fault.ts';
import { Select } from './select.tsx';

interface RoleFieldProps {
  opened: DesignerPackage;
  step: StepTexts;
  set: SetStep;
  /** Gives it to one role or to several; without it, to one alone. */
  setRoles: ((roles: readonly string[]) => void) | undefined;
  /** The role of the lane around it. */
  laneRole: string | undefined;
  /** Whether the data may choose one of several. */
  choosesByData: boolean;
}

const several = ':several';

/** In which role a step is done, or in which of several. */
export const RoleField = ({ opened, step, set, setRoles, laneRole, choosesByData }: RoleFieldProps) => {
  const text = useText();
  const language = useLanguage();
  const [opening, setOpening] = useState(false);
  const roles = rolesOf(step);
  const isSeveral = setRoles !== undefined && (opening || (step.role === '' && roles.length > 0));
  const ofLane = opened.roles.find(({ role }) => role === laneRole);
  const none = { value: '', label: ofLane ? text('roleOfLane', { role: pick(ofLane.name, language) }) : text('choose') };
  const choose = (next: string) => {
    setOpening(next === several);
    if (next !== several) (setRoles ?? (([only = '']: readonly string[]) => set('role')(only)))(next === '' ? [] : [next]);
  };
  const tick = (role: string) => {
    const others = roles.filter((one) => one !== role && one !== 'applicant');
    setOpening(true);
    setRoles?.(roles.includes(role) ? others : [...others, role]);
  };
  const options = [none, ...roleOptions(opened, text, language), ...(setRoles ? [{ value: several, label: text('severalRoles') }] : [])];
  return (
    <>
      <Select id="step-role" label={text('role')} value={isSeveral ? several : step.role} options={options} onChange={choose} />
      <div className="panel-begin"><AddRole opened={opened} id="step-new-role" onAdded={(code) => (isSeveral ? tick(code) : choose(code))} /></div>
      {isSeveral && (
        <fieldset className="panel-group">
          <legend>{text('severalRolesOf')}</legend>
          {opened.roles.filter(({ role }) => role !== 'applicant').map(({ role, name }) => (
            <label key={role} className="panel-check">
              <input type="checkbox" checked={roles.includes(role)} onChange={() => tick(role)} />
              {pick(name, language)}
            </label>
          ))}
          {choosesByData && roles.length > 1 && <Committed id="step-assigned-role" label={text('assignedRole')} value={step.assignedRole} hint={text('assignedRoleHint')} code fault={feelFault(text)} onCommit={set('assignedRole')} />}
        </fieldset>
      )}
    </>
  );
};
