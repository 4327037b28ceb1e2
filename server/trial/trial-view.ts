import type { Visit } from '../../engine/effect.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { Trial as TrialView, TrialDossier } from '../api/trial.ts';
import { nextAt } from './next.ts';
import type { Trial } from './trial.ts';

const mostDossiers = 50;

/** A trial as its designer sees it: who can be played, and where the dossiers are. */
export async function trialView(trial: Trial): Promise<TrialView> {
  const { id, procedure, clock, cast, services: { store } } = trial;
  const next = await nextAt(trial);
  return store.read(async (tx) => {
    const dossiers = await tx.dossiers.find({}, { order: [['submittedAt', 'desc'], ['code', 'desc']], limit: mostDossiers });
    const tasks = await tx.tasks.find({ status: 'open' });
    const owners = new Map(dossiers.map((row) => [row.id, row.applicantAccount]));
    return {
      id, procedure, at: clock.now(), nextAt: next,
      people: cast.map(({ account, name, role }) => {
        const face = role === null ? 'portal' as const : 'desk' as const;
        const may = tasks.filter((task) => (role === null ? task.role === 'applicant' && owners.get(task.dossierId) === account : task.roles.includes(role) && (task.claimedBy === null || task.claimedBy === account)));
        return { id: account, name, role, face, path: `/try/${id}/${account}/${face === 'desk' ? 'desk/' : ''}`, tasks: may.length };
      }),
      dossiers: await Promise.all(dossiers.map((row) => dossierView(tx, row))),
    };
  });
}

type Standing = DossierRow['progress']['tokens'][number];

const standing = ({ progress }: DossierRow, is: (token: Standing) => boolean): string[] => [...new Set(progress.tokens.flatMap((token) => (token.wait.on !== 'scope' && is(token) ? [token.at] : [])))];

/** Only the clock brings it on: nobody is asked for anything there. */
const isTimed = ({ progress }: DossierRow, { id, at, wait }: Standing): boolean => {
  const awaited = progress.subscriptions.filter(({ token, node }) => token === id && node === at);
  return wait.on === 'event' && awaited.length > 0 && awaited.every(({ event }) => event.kind === 'timer');
};

async function dossierView(tx: Transaction, row: DossierRow): Promise<TrialDossier> {
  const entries = await tx.journal.find({ dossierId: row.id }, { order: [['seq', 'asc']] });
  const elements = (what: Visit['did']): string[] => [...new Set(entries.flatMap(({ visits }) => visits.flatMap(({ element, did }) => (did === what ? [element] : []))))];
  const incidents = await tx.incidents.find({ dossierId: row.id, resolvedAt: null });
  return {
    id: row.id, code: row.code, status: row.status, applicant: row.applicantAccount === null ? null : { id: row.applicantAccount, name: row.applicantName ?? '' }, dueAt: row.dueAt,
    open: standing(row, (token) => !isTimed(row, token)), timed: standing(row, (token) => isTimed(row, token)),
    passed: elements('leave'), taken: elements('take'),
    incidents: incidents.map(({ node, code, message }) => ({ element: node, code, message: message.slice(0, 1000) })),
  };
}

