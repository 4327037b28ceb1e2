import type { DeskDossier } from '../../server/api/desk.ts';
import type { Account } from '../../server/api/session.ts';
import { IncidentCard } from '../incidents/incident-card.tsx';
import { isAdmin } from '../account/session.ts';

/** What the machine could not do with this dossier; it waits until someone mends it. */
export const IncidentsHere = ({ dossier, account }: { dossier: DeskDossier; account: Account }) => (
  <>
    {dossier.incidents.filter(({ resolvedAt }) => resolvedAt === null).map((incident) => <IncidentCard key={incident.id} incident={incident} mayRetry={isAdmin(account)} />)}
  </>
);
