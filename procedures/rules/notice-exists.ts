import type { Node } from '../../engine/definition.ts';
import { evaluate } from '../../engine/expression/feel.ts';
import { newsKinds } from '../news.ts';
import { called, error, nodesOf, warning, type Rule } from './rule.ts';

const anyInstant = '2000-01-01T00:00:00Z';
const byItself: ReadonlySet<string> = new Set(newsKinds);

/** Name of the notice that a step leaves; null when it leaves one, but does not say which. */
export function noticeOf({ step: { connector, inputs } }: Node): string | null | undefined {
  const said = connector === 'notify' ? inputs?.['event'] : inputs?.['notice'];
  if (said === undefined) return connector === 'notify' ? null : undefined;
  const result = evaluate(said.text, {}, anyInstant);
  return 'value' in result && typeof result.value === 'string' ? result.value : null;
}

/** A step that tells the applicant something says what: a notice of procedure.json. A notice is named by a step, or says in other words what is told by itself. */
export const noticeExists: Rule = {
  name: 'notice-exists',
  *check(loaded) {
    const notices = loaded.procedure.notices ?? {};
    const named = new Set<string>();
    for (const node of nodesOf(loaded)) {
      const notice = noticeOf(node);
      if (notice === undefined) continue;
      if (notice === null) yield error(node.id, `expected step ${called(loaded.definition, node)} to say which notice it leaves, as the input event = "…", but it does not`);
      else if (!Object.hasOwn(notices, notice)) yield error(node.id, `expected the notice "${notice}" of step ${called(loaded.definition, node)} in procedure.json, but the package has none`);
      named.add(notice ?? '');
    }
    for (const key of Object.keys(notices)) if (!named.has(key) && !byItself.has(key)) yield warning(`notices.${key}`, `expected a step that leaves the notice "${key}", but none does`, 'procedure.json');
  },
};
