import { useQuery } from '@tanstack/react-query';
import type { ProcessView } from '../../server/api/move.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { MoveBack } from './move-back.tsx';
import { MoveForm } from './move-form.tsx';
import { waitWord } from './wait-word.ts';

/** Where the process of a dossier stands, and the way to move it by hand. */
export const ProcessPage = ({ id }: { id: string }) => {
  const query = useQuery(queryOf('GET /api/dossiers/:id/process', { params: { id } }));
  return <Load of={query}>{(process) => <Standing process={process} />}</Load>;
};

const Standing = ({ process }: { process: ProcessView }) => {
  const text = useText();
  const language = useLanguage();
  const { code, procedure, tokens } = process;
  return (
    <Page title={text('process', { code })} caption={pick(procedure.name, language)} back={<BackLink href="/incidents" label={text('incidents')} />}>
      <p>{text('processLead')}</p>
      <h2>{tokens.length === 0 ? text('processEnded') : text('tokensHere')}</h2>
      <ul>
        {tokens.map(({ token, step, waits }) => <li key={token}><strong>{pick(step, language)}</strong> <span className="muted">({text('tokenWaits', { what: text(waitWord(waits)) })})</span></li>)}
      </ul>
      {process.back && <MoveBack key={`back ${process.version}`} process={process} back={process.back} />}
      {tokens.length > 0 && <MoveForm key={process.version} process={process} />}
    </Page>
  );
};
