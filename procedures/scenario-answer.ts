import type { Data } from '../engine/state.ts';
import { compile } from '../forms/compile.ts';
import { validate } from '../forms/validate.ts';
import type { LoadedProcedure } from './loaded.ts';
import type { ScenarioFault } from './scenario-fault.ts';

/** An answer as the server would keep it: normalised, hidden fields absent, computed ones filled in. Errors go to `problems`, told of the step that is answered. */
export function judgeAnswer({ forms }: LoadedProcedure, id: string, answer: Data, at: string, problems: ScenarioFault[], element?: string): Data {
  const place = element === undefined ? {} : { element };
  const form = forms.get(id);
  if (!form) {
    problems.push({ what: 'answer', message: `expected a form "${id}", but the package has none`, messageVi: `thủ tục không có biểu mẫu “${id}”`, ...place });
    return answer;
  }
  const { value, errors } = validate(form, compile(form), answer, { at });
  for (const { path, message } of errors) problems.push({ what: 'answer', message: `form ${id}, ${path}: ${message.en}`, messageVi: `biểu mẫu “${form.title.vi}”, ${path}: ${message.vi}`, ...place });
  return value;
}
