import { connectors } from '../connectors.ts';
import { called, error, nodesOf, warning, type Rule } from './rule.ts';

const known: ReadonlySet<string> = new Set(connectors);

/** A service task asks for a connector of the house, for one that the package describes, or for work that the package says programs outside do; one drawn for another engine may wait for someone outside. Work that is named for them is asked for somewhere, and has no name of a connector. */
export const connectorKnown: Rule = {
  name: 'connector-known',
  *check(loaded) {
    const topics = new Set(loaded.procedure.outside?.map(({ topic }) => topic));
    for (const [name, { title }] of loaded.connectors) {
      const file = `connectors/${name}.json`;
      if (known.has(name) || topics.has(name)) yield error('name', { en: `expected a connector of the package to have a name of its own, but "${name}" is ${known.has(name) ? 'a connector of the house' : 'named under "outside" too'}`, vi: `kết nối cần một tên riêng, nhưng “${name}” ${known.has(name) ? 'là tên việc máy ở đây tự làm' : 'cũng được khai là việc giao cho cơ quan khác'}` }, file);
      else if (!nodesOf(loaded).some(({ step }) => step.connector === name)) yield warning('name', { en: `expected a step that asks for the connector "${name}", but none does`, vi: `chưa có bước nào dùng kết nối “${title.vi}”` }, file);
    }
    const asked = new Set(nodesOf(loaded).map(({ step }) => step.connector));
    for (const topic of topics) {
      if (known.has(topic)) yield error(`outside.${topic}`, { en: `expected work of a program outside to have a topic of its own, but "${topic}" is a connector of the house`, vi: `việc giao cho cơ quan khác cần một tên riêng, nhưng “${topic}” là tên việc máy ở đây tự làm` }, 'procedure.json');
      else if (!asked.has(topic)) yield warning(`outside.${topic}`, { en: `expected a step that asks for "${topic}", but none does`, vi: `chưa có bước nào giao việc “${topic}” cho cơ quan khác` }, 'procedure.json');
    }
    for (const node of nodesOf(loaded)) {
      if (node.kind !== 'serviceTask') continue;
      const { connector, variables } = node.step;
      const step = called(loaded.definition, node), stepVi = called(loaded.definition, node, 'vi');
      if (connector !== undefined && (topics.has(connector) || loaded.connectors.has(connector))) continue;
      if (variables !== undefined && !known.has(connector ?? '')) yield warning(node.id, { en: `expected step ${step} to ask for one of ${connectors.join(', ')}, but it asks for ${connector ?? node.id}: it waits until someone completes it`, vi: `bước ${stepVi} giao một việc mà máy ở đây không biết làm, nên sẽ chờ tới khi có người làm xong` });
      else if (connector === undefined || !known.has(connector)) yield error(node.id, {
        en: `expected step ${step} to ask for one of ${connectors.join(', ')}, but it asks for ${connector ?? 'none'}; describe it in connectors/, or name work of a program outside under "outside" in procedure.json`,
        vi: connector === undefined ? `bước ${stepVi} của máy chưa chọn việc để làm: hãy chọn ở mục “Kết nối” của bước` : `bước ${stepVi} giao việc “${connector}”, mà máy ở đây không biết làm: hãy chọn việc khác ở mục “Kết nối” của bước, mô tả kết nối ấy trong connectors/, hoặc khai đó là việc của cơ quan khác`,
      });
    }
  },
};
