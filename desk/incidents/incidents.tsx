import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../server/api/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { isAdmin } from '../account/session.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { FailureCard } from './failure-card.tsx';
import { IncidentCard } from './incident-card.tsx';

/** Every dossier that a fault has stopped, and whatever else the machine gave up. */
export const IncidentsPage = ({ account }: { account: Account }) => {
  const text = useText();
  const query = useQuery(queryOf('GET /api/incidents', {}));
  return (
    <Page title={text('incidents')}>
      <Load of={query}>
        {({ incidents, failures }) =>
          incidents.length + failures.length === 0
            ? <EmptyState title={text('noIncidents')}><p>{text('noIncidentsHint')}</p></EmptyState>
            : <>
              {failures.map((failure) => <FailureCard key={failure.id} failure={failure} />)}
              {incidents.map((incident) => <IncidentCard key={incident.id} incident={incident} mayRetry={isAdmin(account)} named />)}
            </>
        }
      </Load>
    </Page>
  );
};
