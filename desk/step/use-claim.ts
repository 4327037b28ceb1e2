import { useQueryClient } from '@tanstack/react-query';
import type { TaskView } from '../../server/api/task.ts';
import { call } from '../../ui/api.ts';
import { refresh } from '../shell/live.ts';
import { useAct } from '../../ui/use-act.ts';

interface Claimable {
  readonly id: string;
  readonly dossier: { readonly version: number };
}

/** Takes a step for oneself. Whoever came first keeps it: the refusal says who, and the list is fetched anew. */
export const useClaim = (onDone?: (task: TaskView) => void) => {
  const client = useQueryClient();
  return useAct(async (key, { id, dossier }: Claimable) => {
    try {
      onDone?.(await call('POST /api/tasks/:id/claim', { params: { id }, body: { expectedVersion: dossier.version }, key }));
    } finally {
      await refresh(client);
    }
  });
};

/** Gives a step back to the team. */
export const useRelease = () => {
  const client = useQueryClient();
  return useAct(async (key, { id, dossier }: Claimable) => {
    try {
      await call('POST /api/tasks/:id/release', { params: { id }, body: { expectedVersion: dossier.version }, key });
    } finally {
      await refresh(client);
    }
  });
};

/** Gives a step to someone. */
export const useAssign = (onDone: () => void) => {
  const client = useQueryClient();
  return useAct(async (key, { id, dossier }: Claimable, account: string) => {
    try {
      await call('POST /api/tasks/:id/assign', { params: { id }, body: { account, expectedVersion: dossier.version }, key });
      onDone();
    } finally {
      await refresh(client);
    }
  });
};
