import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { queryOf } from '../../ui/query.ts';
import { Load } from '../shell/load.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { Gallery } from './gallery.tsx';
import { NamingFields, useNaming } from './naming.tsx';

/** From nothing to a draft: a template, a procedure to copy or to adopt, a name, a key. */
export const NewPage = () => {
  const text = useText();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const templates = useQuery(queryOf('GET /api/designer/templates', {}));
  const procedures = useQuery(queryOf('GET /api/designer/procedures', {}));
  const [copied, adopted] = [search.get('copy'), search.get('adopt')];
  const [from, setFrom] = useState<string | undefined>(adopted !== null ? `adopt ${adopted}` : copied === null ? undefined : `procedure ${copied}`);
  const naming = useNaming();
  const [tried, setTried] = useState(false);
  const { key } = naming;
  const beginning = useAct(async () => {
    const [kind, id = ''] = (from ?? '').split(' ');
    await call('POST /api/designer/procedures', { body: { key, name: naming.given, from: kind === 'template' ? { template: id } : kind === 'adopt' ? { adopt: id } : { procedure: id } } });
    go(`/packages/${key}`);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWhole = from !== undefined && naming.isWhole;
    setTried(!isWhole);
    if (isWhole) beginning.run();
  };
  return (
    <Page title={text('newProcedure')} wide back={<BackLink href="/" label={text('packages')} />}>
      <p className="lead">{text('newProcedureLead')}</p>
      <form onSubmit={submit} noValidate>
        <Load of={templates}>
          {({ templates: shipped }) => <Gallery templates={shipped} procedures={procedures.data?.procedures ?? []} error={tried && from === undefined ? text('beginMissing') : undefined} value={from} onChange={setFrom} />}
        </Load>
        <NamingFields naming={naming} tried={tried} />
        {beginning.problem && <ProblemView error={beginning.problem} />}
        <Button kind="main" type="submit" busy={beginning.busy}>{text('begin')}</Button>
      </form>
    </Page>
  );
};
