import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../server/api/session.ts';
import { queryOf } from '../../ui/query.ts';
import { Load } from '../shell/load.tsx';
import { DossierScreen } from './dossier-screen.tsx';

/** A dossier without a step at hand: to read, to write a note, to go on to an open step. */
export const DossierPage = ({ id, account }: { id: string; account: Account }) => {
  const dossier = useQuery(queryOf('GET /api/desk/dossiers/:id', { params: { id } }));
  return <div className="page page-wide"><Load of={dossier} lines={12}>{(data) => <DossierScreen dossier={data} account={account} />}</Load></div>;
};
