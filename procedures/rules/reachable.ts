import { successors, unreachable } from '../../engine/reachability.ts';
import { called, error, nodesOf, type Rule } from './rule.ts';

/** Every step can be reached from a start, and from every step there is a way to an end. */
export const reachable: Rule = {
  name: 'reachable',
  *check(loaded) {
    const { definition } = loaded;
    for (const id of unreachable(definition)) yield error(id, { en: `expected a way from the start to ${called(definition, definition.nodes[id]!)}, but there is none`, vi: `chưa có đường nào từ đầu quy trình tới ${called(definition, definition.nodes[id]!, 'vi')}: hãy nối nó vào, hoặc xóa đi` });
    const ending = new Set(nodesOf(loaded).filter(({ kind, outgoing }) => kind === 'endEvent' || outgoing.length === 0).map(({ id }) => id));
    for (let grown = true; grown; ) {
      grown = false;
      for (const node of nodesOf(loaded)) {
        if (ending.has(node.id) || !successors(definition, node).some((next) => ending.has(next))) continue;
        ending.add(node.id);
        grown = true;
      }
    }
    for (const node of nodesOf(loaded)) if (!ending.has(node.id)) yield error(node.id, { en: `expected a way from ${called(definition, node)} to an end, but there is none`, vi: `từ ${called(definition, node, 'vi')} chưa có đường nào tới điểm kết thúc: hãy nối tiếp` });
  },
};
