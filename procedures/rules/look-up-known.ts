import { variables } from '../../engine/expression/feel.ts';
import { lookUpKinds } from '../look-ups.ts';
import { faultOf, placesOf } from './dossier-data.ts';
import { error, type Rule } from './rule.ts';

/** A look-up is asked with what it takes, from questions of the application, and has a name of its own. */
export const lookUpKnown: Rule = {
  name: 'look-up-known',
  *check(loaded) {
    const places = placesOf(loaded);
    const names = new Set<string>();
    for (const { name, kind, inputs, at, suggests } of loaded.procedure.lookUps ?? []) {
      if (names.has(name)) yield error('lookUps', { en: `expected look-ups with a name each, but "${name}" comes twice`, vi: `có hai lần tra cứu cùng tên “${name}”` }, 'procedure.json');
      names.add(name);
      const known: readonly string[] = lookUpKinds[kind].inputs;
      for (const [input, text] of Object.entries(inputs)) {
        if (!known.includes(input)) yield error('lookUps', { en: `expected "${name}" to be asked with ${known.join(', ')}, but it is with "${input}"`, vi: `tra cứu “${name}” chỉ hỏi bằng ${known.join(', ')}, không có “${input}”` }, 'procedure.json');
        for (const path of variables(text)) {
          const message = faultOf(places, `application.${path}`);
          if (message) yield error('lookUps', message, 'procedure.json');
        }
      }
      const atQuestion = at === undefined ? undefined : faultOf(places, `application.${at}`);
      if (atQuestion) yield error('lookUps', atQuestion, 'procedure.json');
      if (suggests !== undefined && at === undefined) yield error('lookUps', { en: `expected "${name}" to say at which question its answer is suggested, but it says none`, vi: `tra cứu “${name}” gợi ý câu trả lời mà chưa chọn câu hỏi nào` }, 'procedure.json');
      for (const path of suggests === undefined ? [] : variables(suggests)) {
        const message = faultOf(places, path);
        if (message) yield error('lookUps', message, 'procedure.json');
      }
    }
  },
};
