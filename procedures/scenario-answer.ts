import type { Data } from '../engine/state.ts';
import { compile } from '../forms/compile.ts';
import { validate } from '../forms/validate.ts';
import type { LoadedProcedure } from './loaded.ts';

/** An answer as the server would keep it: normalised, hidden fields absent, computed ones filled in. Errors go to `problems`. */
export function judgeAnswer({ forms }: LoadedProcedure, id: string, answer: Data, at: string, problems: string[]): Data {
  const form = forms.get(id);
  if (!form) {
    problems.push(`expected a form "${id}", but the package has none`);
    return answer;
  }
  const { value, errors } = validate(form, compile(form), answer, { at });
  for (const { path, message } of errors) problems.push(`form ${id}, ${path}: ${message.en}`);
  return value;
}
