import { Trash2 } from 'lucide-react';
import type { OwnRole } from '../../procedures/own-role.ts';
import { rolesToBeLike, standardStepRoles } from '../../procedures/role.ts';
import type { DesignerPackage, Finding } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Findings } from '../findings/findings.tsx';
import { BothTexts } from '../forms/both-texts.tsx';
import { Select } from '../process/panel/select.tsx';
import { AddRole } from '../roles/add-role.tsx';
import { useText } from '../words.ts';
import type { PartProps } from './part.ts';

/** Roles that the procedure adds to the standard ones. A code stays as it is: steps and people hold to it. */
export const OwnRolesPart = ({ opened, procedure: { roles = {} }, put, findings }: PartProps & { opened: DesignerPackage; findings: readonly Finding[] }) => {
  const text = useText();
  const language = useLanguage();
  const without = (code: string) => {
    const left = Object.entries(roles).filter(([one]) => one !== code);
    put(['roles'], left.length === 0 ? undefined : Object.fromEntries(left));
  };
  const title = (code: string, { name, like }: OwnRole) => {
    const people = opened.roles.find(({ role }) => role === code)?.people ?? 0;
    return `${pick(name, language)} · ${text('ownRoleHas', { rights: pick(standardStepRoles[like], language) })} · ${text('people', { count: people })}`;
  };
  return (
    <>
      <Findings of={findings} />
      <div className="field-rows">
        {Object.entries(roles).map(([code, role]) => (
          <details key={code} className="field-row">
            <summary><span className="field-row-name">{title(code, role)}</span></summary>
            <div role="group" aria-label={pick(role.name, language)}>
              <BothTexts id={`role-${code}-name`} legend={text('ownRoleName')} value={role.name} onChange={(next) => put(['roles', code, 'name'], next)} />
              <Select
                id={`role-${code}-like`} label={text('ownRoleLike')} hint={text('ownRoleLikeHint')} value={role.like} onChange={(like) => put(['roles', code, 'like'], like)}
                options={rolesToBeLike.map((value) => ({ value, label: pick(standardStepRoles[value], language) }))}
              />
              <p className="muted small">{text('ownRoleCode')} <code>{code}</code></p>
            </div>
            <Button small kind="quiet" onClick={() => without(code)}><Icon of={Trash2} />{text('removeRow')}</Button>
          </details>
        ))}
        <AddRole opened={opened} id="about-role" />
      </div>
    </>
  );
};
