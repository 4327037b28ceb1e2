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
      if (notice === null) yield error(node.id, { en: `expected step ${called(loaded.definition, node)} to say which notice it leaves, as the input event = "…", but it does not`, vi: `bước ${called(loaded.definition, node, 'vi')} chưa nói gửi thông báo nào: hãy chọn một thông báo ở bước` });
      else if (!Object.hasOwn(notices, notice)) yield error(node.id, { en: `expected the notice "${notice}" of step ${called(loaded.definition, node)} in procedure.json, but the package has none`, vi: `bước ${called(loaded.definition, node, 'vi')} gửi thông báo “${notice}”, nhưng thủ tục chưa có thông báo ấy: hãy soạn nó ở trang Thông tin thủ tục, hoặc chọn thông báo khác` });
      named.add(notice ?? '');
    }
    for (const [key, { title }] of Object.entries(notices)) if (!named.has(key) && !byItself.has(key)) yield warning(`notices.${key}`, { en: `expected a step that leaves the notice "${title.en}" (${key}), but none does`, vi: `chưa bước nào gửi thông báo “${title.vi}”` }, 'procedure.json');
  },
};
