import { called, nodesOf, warning, type Rule } from './rule.ts';

const silent: ReadonlySet<string> = new Set(['startEvent', 'exclusiveGateway', 'inclusiveGateway', 'parallelGateway', 'eventBasedGateway']);

/** Steps have a Vietnamese and an English name, and what the citizen must do has a name for the citizen. */
export const translated: Rule = {
  name: 'translated',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      const { nameEn, citizenName, role } = node.step;
      if (node.name === undefined && !silent.has(node.kind)) yield warning(node.id, { en: `expected ${node.kind} ${called(loaded.definition, node)} to have a name, but it has none`, vi: `${called(loaded.definition, node, 'vi')} chưa có tên: hãy đặt tên, bằng tiếng Việt và tiếng Anh` });
      if (node.name !== undefined && nameEn === undefined) yield warning(node.id, { en: `expected an English name for ${called(loaded.definition, node)}, but it has none`, vi: `${called(loaded.definition, node, 'vi')} chưa có tên tiếng Anh` });
      if (role === 'applicant' && citizenName === undefined) yield warning(node.id, { en: `expected a name that the citizen reads for ${called(loaded.definition, node)}, but it has none`, vi: `${called(loaded.definition, node, 'vi')} là việc của người nộp, nhưng chưa có tên để người nộp đọc` });
      if (citizenName && citizenName.en === citizenName.vi) yield warning(node.id, { en: `expected the name that the citizen reads for ${called(loaded.definition, node)} in English too, but it is the same`, vi: `tên mà người dân đọc của ${called(loaded.definition, node, 'vi')} chưa có bản tiếng Anh` });
    }
  },
};
