import type { LoadedProcedure } from '../loaded.ts';
import { askedDecisions } from '../asked-decisions.ts';
import { isOfAnother } from '../called.ts';
import { decisionNamed, noDecision } from '../decision-named.ts';
import { called, error, type Rule, type Said } from './rule.ts';

const missing = ({ decisions }: LoadedProcedure, reference: string): Said | undefined => {
  if (reference === noDecision) return { en: 'expected a decision to be chosen, but none is', vi: 'chưa chọn bảng quyết định: hãy chọn một bảng, hoặc lập bảng mới' };
  const named = decisionNamed(decisions, reference);
  if ('failed' in named) return { en: named.failed, vi: `chưa có bảng quyết định “${reference}”: hãy lập bảng ấy, hoặc chọn bảng khác` };
  const ids = named.model.decisions.map(({ id }) => id);
  return ids.includes(named.decision) ? undefined : { en: `expected decision "${named.decision}" for "${reference}", but the file has ${ids.join(', ')}`, vi: `tệp bảng quyết định không có “${named.decision}”, chỉ có ${ids.join(', ')}: hãy chọn lại` };
};

/** Decisions that the process or procedure.json refer to are there, each in one file, and rule tasks and actions give exactly what is asked for. */
export const decisionExists: Rule = {
  name: 'decision-exists',
  *check(loaded) {
    // what a called procedure calls its decisions is its own matter
    const holding = Map.groupBy([...loaded.decisions].filter(([file]) => !isOfAnother(file)).flatMap(([file, { decisions }]) => decisions.map(({ id }) => ({ id, file }))), ({ id }) => id);
    for (const [id, [first, ...others]] of holding) {
      for (const { file } of others) yield error(id, { en: `expected every decision in one file, but "${id}" stands in ${first!.file}.dmn and ${file}.dmn: rename one, or delete it`, vi: `hai tệp ${first!.file}.dmn và ${file}.dmn cùng có bảng mã “${id}”: hãy đổi mã hoặc xóa một bảng` }, `decisions/${file}.dmn`);
    }
    for (const [use, reference] of Object.entries(loaded.procedure.decisions)) {
      const message = missing(loaded, reference);
      if (message) yield error(`decisions.${use}`, message, 'procedure.json');
    }
    for (const { element, decision } of askedDecisions(loaded.definition)) {
      const message = missing(loaded, decision);
      if (message) yield error(element, { en: `step ${called(loaded.definition, loaded.definition.nodes[element]!)}: ${message.en}`, vi: `bước ${called(loaded.definition, loaded.definition.nodes[element]!, 'vi')}: ${message.vi}` });
    }
    for (const { element, decision, inputs } of askedDecisions(loaded.definition)) {
      const node = loaded.definition.nodes[element]!;
      if (missing(loaded, decision) !== undefined) continue;
      // A step drawn for another engine hands over all that it sees.
      if (node.step.variables !== undefined) continue;
      const wanted = loaded.decisions.get(decision.split('#')[0]!)!.inputs.map(({ name }) => name);
      for (const name of inputs ? wanted.filter((one) => !Object.hasOwn(inputs, one)) : []) yield error(node.id, { en: `expected step ${called(loaded.definition, node)} to give the input "${name}" of ${decision}, but it does not`, vi: `bước ${called(loaded.definition, node, 'vi')} chưa đưa “${name}” cho bảng quyết định: hãy thêm nó ở phần dữ liệu đưa vào của bước` });
      for (const name of Object.keys(inputs ?? {}).filter((one) => !wanted.includes(one))) yield error(node.id, { en: `expected ${decision} to ask for "${name}", which step ${called(loaded.definition, node)} gives, but it does not`, vi: `bước ${called(loaded.definition, node, 'vi')} đưa “${name}”, nhưng bảng quyết định không hỏi tới: hãy bỏ nó đi, hoặc thêm cột hỏi` });
    }
  },
};
