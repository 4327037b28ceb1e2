import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../server/api/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { isAdmin } from '../account/session.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { IncidentCard } from './incident-card.tsx';
import { StartCard } from './start-card.tsx';

/** Every dossier that a fault has stopped, or has kept from beginning. */
export const IncidentsPage = ({ account }: { account: Account }) => {
  const text = useText();
  const query = useQuery(queryOf('GET /api/incidents', {}));
  return (
    <Page title={text('incidents')}>
      <Load of={query}>
        {({ incidents, starts }) =>
          incidents.length + starts.length === 0
            ? <EmptyState title={text('noIncidents')}><p>{text('noIncidentsHint')}</p></EmptyState>
            : <>
              {starts.map((start) => <StartCard key={start.id} start={start} />)}
              {incidents.map((incident) => <IncidentCard key={incident.id} incident={incident} mayRetry={isAdmin(account)} named />)}
            </>
        }
      </Load>
    </Page>
  );
};
