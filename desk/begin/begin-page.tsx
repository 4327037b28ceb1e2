import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Data } from '../../engine/state.ts';
import type { Form, Page as FormPageOf } from '../../forms/form.ts';
import { FormPage } from '../../forms/ui/form-page.tsx';
import { validate, type FieldError } from '../../forms/validate.ts';
import type { Beginning } from '../../server/api/beginning.ts';
import type { FormView } from '../../server/api/procedure.ts';
import type { Account } from '../../server/api/session.ts';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { isProblem } from '../../ui/problem.ts';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { tellDone } from '../shell/flash.ts';
import { refresh } from '../shell/live.ts';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { alwaysGood, loadCheck, serverErrors } from '../step/step-state.ts';
import { dropTyped, keepTyped, readTyped } from '../step/typed.ts';
import { Select } from '../worklist/filter-bar.tsx';
import { useText } from '../words.ts';
import '../step/step.css';

/** All questions of the application on one dense page, as steps of the desk are. */
const wholePage = (form: Form): FormPageOf => ({ id: 'begin', section: form.ui.pages[0]?.section ?? 'main', title: form.title, fields: [...new Set(form.ui.pages.flatMap(({ fields }) => fields))] });

const BeginForm = ({ what, file, account }: { what: Beginning; file: FormView; account: Account }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const [, go] = useLocation();
  const kept = `begin.${what.key}`;
  const [at] = useState(() => new Date().toISOString());
  const [typed] = useState(() => readTyped(account.id, kept));
  const [answer, put] = useState<Data>(typed ?? {});
  const [page] = useState(() => wholePage(file.form));
  const [unit, setUnit] = useState(what.units[0]!.id);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const check = useQuery({ queryKey: ['validator', file.validator], queryFn: () => loadCheck(file.validator), staleTime: Infinity });
  const begin = useAct(async (key, data: Data) => {
    try {
      const begun = await call('POST /api/desk/dossiers', { body: { procedure: what.key, unit, data }, key });
      dropTyped(account.id, kept);
      tellDone({ step: what.name, code: begun.code, open: begun.open, dossier: begun.dossier, state: begun.state, begun: true });
      const mine = begun.open.find((task) => task.mine);
      go(mine ? `/tasks/${mine.task}` : `/dossiers/${begun.dossier}`);
    } catch (error) {
      if (isProblem(error, 'invalid') && error.errors.length > 0) setErrors(serverErrors(error.errors));
      throw error;
    } finally {
      await refresh(client);
    }
  });
  const change = (next: Data) => {
    put(next);
    keepTyped(account.id, kept, next);
  };
  const send = () => {
    // without the precompiled module the server still judges
    const found = validate(file.form, check.data ?? alwaysGood, answer, { at, catalogues: file.catalogues });
    setErrors(found.errors);
    if (found.errors.length === 0) begin.run(found.value);
  };
  return (
    <div className="step">
      {typed !== undefined && <Notice><p>{text('restored')} <Button kind="quiet" small onClick={() => change({})}>{text('startAgain')}</Button></p></Notice>}
      {what.units.length > 1 && <Select id="begin-unit" label={text('beginUnit')} value={unit} options={what.units.map(({ id, name }) => ({ value: id, label: pick(name, language) }))} onChange={setUnit} />}
      <FormPage form={file.form} page={page} answer={answer} onChange={change} errors={errors} onSubmit={send} lang={language} at={at} catalogues={file.catalogues} heading={false}>
        {begin.problem && <ActProblem problem={begin.problem} />}
        <div className="decide"><Button kind="main" type="submit" busy={begin.busy}>{text('beginNow')}</Button></div>
        <p className="muted small">{text('beginNext')}</p>
      </FormPage>
    </div>
  );
};

const Opened = ({ what, account }: { what: Beginning; account: Account }) => {
  const form = useQuery({ ...queryOf('GET /api/procedures/:key/forms/:form', { params: { key: what.key, form: what.form }, query: { version: what.version } }), staleTime: Infinity });
  return <Load of={form} lines={8}>{(file) => <BeginForm what={what} file={file} account={account} />}</Load>;
};

/** The form with which somebody of the office begins a dossier. */
export const BeginPage = ({ procedure, account }: { procedure: string; account: Account }) => {
  const text = useText();
  const language = useLanguage();
  const query = useQuery(queryOf('GET /api/desk/beginnings', {}));
  const what = query.data?.procedures.find(({ key }) => key === procedure);
  return (
    <Page title={what ? pick(what.name, language) : text('begin')} back={<BackLink href="/begin" label={text('begin')} />}>
      <Load of={query}>
        {() => (what ? <Opened what={what} account={account} /> : <EmptyState title={text('beginNotMine')}><p>{text('beginNoneHint')}</p></EmptyState>)}
      </Load>
    </Page>
  );
};
