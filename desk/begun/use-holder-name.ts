import type { BegunRow } from '../../server/api/begun.ts';
import { pick } from '../../ui/language.ts';
import { useRoleName } from '../../ui/roles.ts';
import { useLanguage } from '../../ui/use-text.ts';

/** What whoever has a step is called: a person by name, else the role and the unit for which it waits. */
export const useHolderName = () => {
  const roleName = useRoleName();
  const language = useLanguage();
  return ({ person, role, unit }: Pick<BegunRow['turns'][number], 'person' | 'role' | 'unit'>): string => person?.name ?? `${roleName(role)} – ${pick(unit.name, language)}`;
};
