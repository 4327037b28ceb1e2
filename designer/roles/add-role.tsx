import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { OwnRole } from '../../procedures/own-role.ts';
import { rolesToBeLike, standardStepRoles } from '../../procedures/role.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useRoles } from '../../ui/roles.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { asOneAct } from '../package/bench.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { roleCodeFor, useOwnRole } from './own-roles.ts';

interface AddRoleProps {
  opened: Pick<DesignerPackage, 'key' | 'roles'>;
  id: string;
  /** The role is there, in the same step back. */
  onAdded?: (code: string) => void;
}

const blank = { vi: '', en: '', like: 'handler' as OwnRole['like'], known: '' };

/** A role beside the standard ones: a new one by its names and the rights that it has, or one that another procedure of the house has added. */
export const AddRole = ({ opened: { key, roles }, id, onAdded }: AddRoleProps) => {
  const text = useText();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(blank);
  const [tried, setTried] = useState(false);
  const house = useRoles();
  const put = useOwnRole(key);
  const others = house.flatMap(({ role, name, like }) => (like === null || roles.some((one) => one.role === role) ? [] : [{ role, name, like: like as OwnRole['like'] }]));
  const known = others.find(({ role }) => role === asked.known);
  const close = () => {
    setOpen(false);
    setAsked(blank);
    setTried(false);
  };
  const missing = (words: string) => (tried && words.trim() === '' ? text('textMissing') : undefined);
  const add = () => {
    setTried(true);
    const name = known?.name ?? { vi: asked.vi.trim().normalize('NFC'), en: asked.en.trim().normalize('NFC') };
    if (put === undefined || name.vi === '' || name.en === '') return;
    const code = known?.role ?? roleCodeFor(name.vi, [...roles, ...house].map(({ role }) => role));
    void asOneAct(key, () => {
      put(code, { name, like: known?.like ?? asked.like });
      onAdded?.(code);
    });
    close();
  };
  const rights = (like: OwnRole['like']) => pick(standardStepRoles[like], language);
  return (
    <>
      <Button small disabled={put === undefined} onClick={() => setOpen(true)}><Icon of={Plus} />{text('ownRoleAdd')}</Button>
      <Dialog open={open} title={text('ownRoleTitle')} onClose={close} actions={<><Button kind="main" onClick={add}>{text('ownRoleAdd')}</Button><Button onClick={close}>{text('cancel')}</Button></>}>
        <p className="muted">{text('ownRoleHint')}</p>
        {others.length > 0 && (
          <Select
            id={`${id}-known`} label={text('ownRoleFrom')} value={asked.known} onChange={(next) => setAsked({ ...asked, known: next })}
            options={[{ value: '', label: text('ownRoleNew') }, ...others.map(({ role, name }) => ({ value: role, label: pick(name, language) }))]}
          />
        )}
        {known === undefined ? (
          <>
            <TextField id={`${id}-vi`} lang="vi" label={`${text('ownRoleName')}: ${text('inVietnamese')}`} value={asked.vi} error={missing(asked.vi)} onChange={({ target }) => setAsked({ ...asked, vi: target.value })} />
            <TextField id={`${id}-en`} lang="en" label={`${text('ownRoleName')}: ${text('inEnglish')}`} value={asked.en} error={missing(asked.en)} onChange={({ target }) => setAsked({ ...asked, en: target.value })} />
            <Select id={`${id}-like`} label={text('ownRoleLike')} hint={text('ownRoleLikeHint')} value={asked.like} onChange={(next) => setAsked({ ...asked, like: next as OwnRole['like'] })} options={rolesToBeLike.map((value) => ({ value, label: rights(value) }))} />
          </>
        ) : <p>{text('ownRoleHas', { rights: rights(known.like) })}</p>}
      </Dialog>
    </>
  );
};
