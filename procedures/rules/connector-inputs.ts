import { called, error, nodesOf, type Rule } from './rule.ts';

/** A step hands to a connector that the package describes what that asks for, and nothing that it does not know. */
export const connectorInputs: Rule = {
  name: 'connector-inputs',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      const { connector, inputs = {} } = node.step;
      const described = connector === undefined ? undefined : loaded.connectors.get(connector);
      if (described === undefined) continue;
      const { properties = {}, required = [] } = described.inputs;
      const step = called(loaded.definition, node), stepVi = called(loaded.definition, node, 'vi');
      const names = Object.keys(properties).join(', ');
      for (const name of required) if (!Object.hasOwn(inputs, name)) yield error(node.id, { en: `expected step ${step} to hand "${name}" to the connector "${connector}", but it does not`, vi: `bước ${stepVi} chưa đưa đầu vào “${name}” cho kết nối “${described.title.vi}”: hãy điền ở mục “Đầu vào” của bước` });
      for (const name of Object.keys(inputs)) if (!Object.hasOwn(properties, name)) yield error(node.id, { en: `expected step ${step} to hand to the connector "${connector}" what it takes (${names}), but it hands "${name}"`, vi: `bước ${stepVi} đưa đầu vào “${name}”, nhưng kết nối “${described.title.vi}” chỉ nhận ${names}` });
    }
  },
};
