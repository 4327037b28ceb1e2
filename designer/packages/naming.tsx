import { useState } from 'react';
import { isKey, keyOf } from '../../procedures/key-of.ts';
import { TextField } from '../../ui/field.tsx';
import { useText } from '../words.ts';

const tidy = (name: string): string => name.normalize('NFC').trim();

/** What a new procedure is called, and its key, which follows the name until it is written itself. `proposed` stands there at first. */
export const useNaming = (proposed = '') => {
  const [name, setName] = useState({ vi: proposed, en: '' });
  const [ownKey, setOwnKey] = useState<string>();
  const key = ownKey ?? keyOf(name.vi);
  return {
    key, name, setName, setOwnKey,
    /** As it is sent: without an English name the Vietnamese one. */
    given: { vi: tidy(name.vi), en: tidy(name.en) || tidy(name.vi) },
    isWhole: tidy(name.vi) !== '' && isKey(key),
  };
};

export const NamingFields = ({ naming: { key, name, given, setName, setOwnKey }, tried }: { naming: ReturnType<typeof useNaming>; /** Whether it was sent and something was missing: then it is told what. */ tried: boolean }) => {
  const text = useText();
  return (
    <>
      {(['vi', 'en'] as const).map((one) => (
        <TextField
          key={one} id={`new-name-${one}`} lang={one} maxLength={200} autoComplete="off"
          label={text(one === 'vi' ? 'procedureNameVi' : 'procedureNameEn')} hint={one === 'vi' ? text('procedureNameHint') : undefined} optional={one === 'en'}
          error={tried && one === 'vi' && given.vi === '' ? text('nameMissing') : undefined}
          value={name[one]} onChange={(event) => setName({ ...name, [one]: event.target.value })}
        />
      ))}
      <TextField
        id="new-key" label={text('procedureKey')} hint={text('procedureKeyHint')} maxLength={60} autoCapitalize="none" autoComplete="off" spellCheck={false} data-code
        error={tried && !isKey(key) ? text('keyFault') : undefined} value={key} onChange={(event) => setOwnKey(event.target.value.trim())}
      />
    </>
  );
};
