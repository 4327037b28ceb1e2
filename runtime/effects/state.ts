import type { NodeId } from '../../engine/definition.ts';
import type { Data } from '../../engine/state.ts';
import { newsOf, speaks } from '../../procedures/news.ts';
import { tell, tellState } from '../news.ts';
import type { OpenDossier } from '../open-dossier.ts';
import type { Carry } from './effects.ts';
import { dueOf } from './tasks.ts';

/** The dossier's national state (1–10); the applicant is told what is new to them. */
export const changeState: Carry<'dossier.state'> = async (open, { state, node, key }, event) => {
  const answered = 'by' in event && event.by === open.row.applicantAccount;
  const news = newsOf(open.row.state, state, answered);
  const isNew = open.row.state !== state;
  open.row = { ...open.row, state };
  if (isNew) await tellState(open, 'dossier.state', key);
  const drawn = open.procedure.definition.nodes[node];
  if (news === undefined || (drawn !== undefined && speaks(drawn)) || (await isWithheld(open, state))) return;
  await tell(open, news, key, await factsOf(open, node, state, event.at));
};

/** Nobody is invited to a result that is not handed out before the fee is paid. */
const isWithheld = async ({ tx, row }: OpenDossier, state: number): Promise<boolean> =>
  state === 9 && (await tx.payments.first({ dossierId: row.id, status: 'pending' })) !== undefined;

/** Until when the applicant can answer, and how much there is to pay. */
async function factsOf(open: OpenDossier, node: NodeId, state: number, at: string): Promise<Data> {
  const limit = open.procedure.definition.nodes[node]?.step.timeLimit;
  if (state === 5 && limit !== undefined) return { answerBy: (await dueOf(open, open.row.unitId, at, limit)).dueAt };
  if (state !== 6) return {};
  const due = await open.tx.payments.first({ dossierId: open.row.id, status: 'pending' });
  return due === undefined ? {} : { amount: due.amount };
}
