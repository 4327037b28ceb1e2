import type { Node } from '../../engine/definition.ts';
import { variables } from '../../engine/expression/feel.ts';
import { selfStarts, startTimerText, type StartCondition, type StartTimer } from '../../engine/self-started.ts';
import { stepsOfApplicant } from '../steps-of-applicant.ts';
import { called, error, type Found, type Rule } from './rule.ts';

/** Any instant: what FEEL computes with the time must be text at all of them. */
const sample = '2026-01-01T00:00:00.000Z';

/**
 * A dossier that time or a condition begins is the office's own: `office` in procedure.json says whose, and nobody applied. A condition that
 * begins an instance is asked of the facts that programs outside tell, never of a dossier's data (BPMN 2.0.2, 10.5.2).
 */
export const startByItself: Rule = {
  name: 'start-by-itself',
  *check({ definition, procedure }) {
    for (const start of selfStarts(definition)) {
      const node = definition.nodes[start.node]!;
      const [en, vi] = [called(definition, node), called(definition, node, 'vi')];
      if (procedure.office === undefined) yield error(node.id, { en: `expected procedure.json to say in "office" whose dossiers ${en} begins, but it does not, and nobody applies for them`, vi: `hồ sơ tự bắt đầu ở ${vi}, không ai nộp đơn, mà thủ tục chưa nói là của đơn vị nào` });
      if (start.kind === 'timer') yield* timerFaults(start, node.id, vi);
      else yield* conditionFaults(start, node, { en, vi });
      for (const step of stepsOfApplicant(definition, node.id)) yield error(step, { en: `expected ${en} to lead to the office's steps alone, but ${called(definition, definition.nodes[step]!)} is the applicant's, and a dossier that begins by itself has none`, vi: `${called(definition, definition.nodes[step]!, 'vi')} là việc của người nộp, nhưng hồ sơ bắt đầu ở ${vi} không có người nộp` });
    }
  },
};

function* timerFaults(start: StartTimer, id: string, vi: string): Generator<Found> {
  try {
    startTimerText(start, sample);
  } catch (fault) {
    yield error(id, { en: (fault as Error).message, vi: `đồng hồ của ${vi} không cho một thời điểm đọc được` });
  }
}

/** What programs tell is no dossier's: a dossier that has begun already cannot wait for it together with other events. And facts are told by their names. */
function* conditionFaults({ condition }: StartCondition, { id, ...node }: Node, { en, vi }: { readonly en: string; readonly vi: string }): Generator<Found> {
  if ('event' in node && node.event.kind === 'multiple' && node.event.parallel) yield error(id, { en: `expected ${en} to begin by its condition alone, but it needs other events too, and a dossier that has one of them is not asked of the facts any more: let it begin by the others, and wait for the condition behind`, vi: `${vi} cần nhiều sự kiện cùng lúc, trong đó có điều kiện: hãy bắt đầu bằng các sự kiện kia rồi chờ điều kiện ở một bước sau` });
  const reads = variables(condition.text);
  if (reads.length === 0) yield error(id, { en: `expected the condition of ${en} to ask for facts that programs tell (POST /api/conditions), but "${condition.text}" asks for none`, vi: `điều kiện của ${vi} phải hỏi dữ kiện do chương trình bên ngoài báo, nhưng “${condition.text}” không hỏi dữ kiện nào` });
  const dossiers = reads.find((path) => dossierData.has(path.split('.')[0]!));
  if (dossiers !== undefined) yield error(id, { en: `expected the condition of ${en} to ask for facts that programs tell (POST /api/conditions), but it asks for "${dossiers}", and before there is a dossier there are no such data: begin by an application, a message, a signal or a timer, or ask for a fact`, vi: `${vi} bắt đầu theo điều kiện, nhưng trước khi có hồ sơ thì không có “${dossiers}” để hỏi: hãy bắt đầu bằng đơn, thông điệp, tín hiệu hay đồng hồ, hoặc hỏi dữ kiện do chương trình bên ngoài báo` });
}

/** Names that the runtime keeps in the data of a dossier. */
const dossierData: ReadonlySet<string> = new Set(['application', 'applicant', 'filing', 'dossier', 'origin', 'lookUps', 'local']);
