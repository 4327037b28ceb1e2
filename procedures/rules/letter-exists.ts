import type { Node } from '../../engine/definition.ts';
import { evaluate } from '../../engine/expression/feel.ts';
import { called, error, nodesOf, warning, type Rule } from './rule.ts';

const anyInstant = '2000-01-01T00:00:00Z';

/** The letter that a step issues, when its input says so. */
export const issued = ({ step: { connector, inputs } }: Node): string | undefined => {
  const result = connector === 'letter.issue' && inputs?.['letter'] ? evaluate(inputs['letter'].text, {}, anyInstant) : undefined;
  return result && 'value' in result && typeof result.value === 'string' ? result.value : undefined;
};

/** Letters that steps issue or preview have a template and a name; what procedure.json lists is there. */
export const letterExists: Rule = {
  name: 'letter-exists',
  *check(loaded) {
    const { procedure, letters } = loaded;
    const named = (key: string, language: 'vi' | 'en'): string => (Object.hasOwn(procedure.letters, key) ? procedure.letters[key]!.name[language] : key);
    const variants = Object.entries(procedure.letters).flatMap(([key, { variants: all = [] }]) => all.map(({ template }) => ({ key, template })));
    for (const { key, template } of variants) if (!letters.has(template)) yield error(`letters.${key}`, { en: `expected the template letters/${template}.json, a variant of the letter "${named(key, 'en')}", but the package has none`, vi: `văn bản “${named(key, 'vi')}” có một mẫu khác tên “${template}”, nhưng mẫu ấy chưa có: hãy soạn mẫu ở trang Văn bản` }, 'procedure.json');
    for (const key of Object.keys(procedure.letters)) if (!letters.has(key)) yield error(`letters.${key}`, { en: `expected a template of the letter "${named(key, 'en')}" (letters/${key}.json), but the package has none`, vi: `văn bản “${named(key, 'vi')}” chưa có mẫu: hãy soạn mẫu ở trang Văn bản` }, 'procedure.json');
    for (const key of letters.keys()) if (!Object.hasOwn(procedure.letters, key) && !variants.some(({ template }) => template === key)) yield warning(key, { en: `expected the letter "${key}" to have a name in procedure.json, but it has none`, vi: `văn bản “${key}” có mẫu nhưng chưa có tên trong danh sách văn bản của thủ tục` }, `letters/${key}.json`);
    for (const node of nodesOf(loaded)) {
      const issues = issued(node);
      if (node.step.connector === 'letter.issue' && issues === undefined) yield error(node.id, { en: `expected step ${called(loaded.definition, node)} to say which letter it issues, as the input letter = "…", but it does not`, vi: `bước ${called(loaded.definition, node, 'vi')} chưa nói cấp văn bản nào: hãy chọn hoặc bắt đầu một văn bản ở bước` });
      for (const key of [...(node.step.letters ?? []), ...(issues === undefined ? [] : [issues])]) {
        if (!letters.has(key)) yield error(node.id, { en: `expected a template of the letter "${named(key, 'en')}" (letters/${key}.json) for step ${called(loaded.definition, node)}, but the package has none`, vi: `bước ${called(loaded.definition, node, 'vi')} cấp văn bản “${named(key, 'vi')}”, nhưng văn bản ấy chưa có mẫu: hãy soạn mẫu, hoặc chọn văn bản khác` });
      }
    }
  },
};
