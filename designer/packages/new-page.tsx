import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { TextField } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useAct } from '../shell/use-act.ts';
import { useText } from '../words.ts';
import { isKey, keyOf } from '../../procedures/key-of.ts';

const tidy = (name: string) => name.normalize('NFC').trim();

/** From nothing to a draft: a template, a procedure to copy or to adopt, a name, a key. */
export const NewPage = () => {
  const text = useText();
  const language = useLanguage();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const templates = useQuery(queryOf('GET /api/designer/templates', {}));
  const procedures = useQuery(queryOf('GET /api/designer/procedures', {}));
  const [copied, adopted] = [search.get('copy'), search.get('adopt')];
  const [from, setFrom] = useState<string | undefined>(adopted !== null ? `adopt ${adopted}` : copied === null ? undefined : `procedure ${copied}`);
  const [name, setName] = useState({ vi: '', en: '' });
  const [ownKey, setOwnKey] = useState<string>();
  const [tried, setTried] = useState(false);
  const key = ownKey ?? keyOf(name.vi);
  const beginning = useAct(async () => {
    const [kind, id = ''] = (from ?? '').split(' ');
    const given = { vi: tidy(name.vi), en: tidy(name.en) || tidy(name.vi) };
    await call('POST /api/designer/procedures', { body: { key, name: given, from: kind === 'template' ? { template: id } : kind === 'adopt' ? { adopt: id } : { procedure: id } } });
    go(`/packages/${key}`);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWhole = from !== undefined && tidy(name.vi) !== '' && isKey(key);
    setTried(!isWhole);
    if (isWhole) beginning.run();
  };
  return (
    <Page title={text('newProcedure')} back={<BackLink href="/" label={text('packages')} />}>
      <p className="lead">{text('newProcedureLead')}</p>
      <form onSubmit={submit} noValidate>
        <Load of={templates}>
          {({ templates: gallery }) => (
            <Choices
              id="begin-from"
              legend={text('beginFrom')}
              error={tried && from === undefined ? text('beginMissing') : undefined}
              choices={[
                ...gallery.map((one) => ({ value: `template ${one.id}`, label: pick(one.name, language), hint: pick(one.summary, language) })),
                ...(procedures.data?.procedures ?? []).map((one) => ({ value: `procedure ${one.key}`, label: text('copyOf', { name: pick(one.name, language) }), under: { title: text('copyOne'), hint: text('copyOfHint') } })),
                ...(procedures.data?.procedures ?? []).flatMap((one) => (one.published === null ? [] : [{ value: `adopt ${one.key}`, label: text('adoptOf', { name: pick(one.name, language) }), under: { title: text('adoptOne'), hint: text('adoptOfHint') } }])),
              ]}
              value={from}
              onChange={setFrom}
            />
          )}
        </Load>
        {(['vi', 'en'] as const).map((one) => (
          <TextField
            key={one} id={`new-name-${one}`} lang={one} maxLength={200} autoComplete="off"
            label={text(one === 'vi' ? 'procedureNameVi' : 'procedureNameEn')} hint={one === 'vi' ? text('procedureNameHint') : undefined} optional={one === 'en'}
            error={tried && one === 'vi' && tidy(name.vi) === '' ? text('nameMissing') : undefined}
            value={name[one]} onChange={(event) => setName({ ...name, [one]: event.target.value })}
          />
        ))}
        <TextField
          id="new-key" label={text('procedureKey')} hint={text('procedureKeyHint')} maxLength={60} autoCapitalize="none" autoComplete="off" spellCheck={false} data-code
          error={tried && !isKey(key) ? text('keyFault') : undefined} value={key} onChange={(event) => setOwnKey(event.target.value.trim())}
        />
        {beginning.problem && <ProblemView error={beginning.problem} />}
        <Button kind="main" type="submit" busy={beginning.busy}>{text('begin')}</Button>
      </form>
    </Page>
  );
};
