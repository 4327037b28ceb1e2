import { called, error, nodesOf, type Rule } from './rule.ts';

/** Every step of a person shows a form, and the form is there. */
export const stepForm: Rule = {
  name: 'step-form',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      const { form } = node.step;
      if (node.kind === 'userTask' && form === undefined) yield error(node.id, { en: `expected step ${called(loaded.definition, node)} to have a form, but it names none`, vi: `bước ${called(loaded.definition, node, 'vi')} chưa có biểu mẫu để người làm ghi: hãy chọn hoặc bắt đầu một biểu mẫu ở bước` });
      if (form !== undefined && !loaded.forms.has(form)) yield error(node.id, { en: `expected a form "${form}" (forms/${form}.json) for step ${called(loaded.definition, node)}, but the package has none`, vi: `bước ${called(loaded.definition, node, 'vi')} dùng biểu mẫu “${form}”, nhưng chưa có biểu mẫu ấy: hãy chọn một biểu mẫu có thật` });
    }
  },
};
