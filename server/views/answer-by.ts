import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import { deadline } from '../../engine/calendar/deadline.ts';
import type { Definition, NodeId } from '../../engine/definition.ts';
import { firstRole } from '../../engine/step-roles.ts';

/**
 * By when the applicant would have to answer if this step asked them now: the limit of the first applicant's step that
 * is reached without anybody else's step between. Null when the step asks the applicant nothing, or sets no limit.
 */
export function answerBy(definition: Definition, from: NodeId, calendar: CompiledCalendar, at: string): { readonly limit: string; readonly dueAt: string } | null {
  const seen = new Set<NodeId>([from]);
  for (const id of seen) {
    for (const flow of definition.nodes[id]?.outgoing ?? []) {
      const target = definition.nodes[definition.flows[flow]?.target ?? ''];
      if (target === undefined) continue;
      if (target.kind !== 'userTask') seen.add(target.id);
      else if (firstRole(target.step) === 'applicant' && target.step.timeLimit !== undefined) return dueOf(calendar, at, target.step.timeLimit);
    }
  }
  return null;
}

function dueOf(calendar: CompiledCalendar, at: string, limit: string): { readonly limit: string; readonly dueAt: string } | null {
  try {
    return { limit, dueAt: deadline(calendar, at, limit).dueAt };
  } catch {
    return null; // a limit in another form than working time
  }
}
