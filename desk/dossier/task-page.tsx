import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../server/api/session.ts';
import type { TaskView } from '../../server/api/task.ts';
import { queryOf } from '../../ui/query.ts';
import { Load } from '../shell/load.tsx';
import { useStepState } from '../step/step-state.ts';
import { DossierScreen } from './dossier-screen.tsx';

const WithStep = ({ task, account }: { task: TaskView; account: Account }) => {
  const step = useStepState(task, account.id);
  const dossier = useQuery(queryOf('GET /api/desk/dossiers/:id', { params: { id: task.dossier.id } }));
  return <Load of={dossier} lines={12}>{(data) => <DossierScreen dossier={data} account={account} work={{ task, step }} />}</Load>;
};

/** A step with its dossier around it. */
export const TaskPage = ({ id, account }: { id: string; account: Account }) => {
  const task = useQuery(queryOf('GET /api/tasks/:id', { params: { id } }));
  return <div className="page page-wide"><Load of={task} lines={12}>{(data) => <WithStep task={data} account={account} />}</Load></div>;
};
