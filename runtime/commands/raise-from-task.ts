import type { Event } from '../../engine/event.ts';
import { mayRaise } from '../../engine/raisable.ts';
import type { Transaction } from '../../storage/store.ts';
import type { IsNew } from '../apply-command.ts';
import type { RaiseFromTask, Standing } from '../command.ts';
import { advance } from '../open-dossier.ts';
import { mustBeFree, openTask } from '../open-task.ts';
import { mustBeAllowed } from '../permission.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';
import { invalid } from '../supplement.ts';

/** Whoever may do a step says that it cannot be done, or that somebody above must know; the process goes the way that is drawn for it. */
export async function raiseFromTask(world: Surroundings, tx: Transaction, now: string, command: RaiseFromTask, isNew: IsNew): Promise<Standing> {
  const { actor, kind, code } = command;
  const reason = command.reason.trim();
  if (reason === '') throw invalid([{ path: 'reason', message: 'expected a reason, but it is empty', messageVi: 'hãy ghi lý do' }]);
  const { open, task, held } = await openTask(world, tx, now, command, isNew);
  await mustBeAllowed(open, task, actor, held);
  mustBeFree(task, actor, open.row.version);
  if (!mayRaise(open.procedure.definition, task.node, { kind, code })) {
    throw invalid([{
      path: 'code', message: `expected an event at the boundary of "${task.name.en}" that catches the ${kind} "${code}", but there is none`,
      messageVi: `ở bước “${task.name.vi}” không có sự kiện nào nhận ${kind === 'error' ? 'lỗi' : 'báo lên'} “${code}”`,
    }]);
  }
  const said = { at: now, by: actor, token: task.token, message: reason };
  const event: Event = kind === 'error' ? { ...said, type: 'task.fail', error: code } : { ...said, type: 'task.escalate', escalation: code };
  await advance(open, { kind: event.type, actor, about: { task: task.id, node: task.node, code, reason } }, [event]);
  return settled(open);
}
