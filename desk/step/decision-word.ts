import type { Data, Json } from '../../engine/state.ts';
import { expand } from '../../forms/expand.ts';
import { valueAt } from '../../forms/field-path.ts';
import type { Form } from '../../forms/form.ts';
import type { LocalText } from '../../forms/text.ts';

/** Fields that hold a step's decision, by custom: the button then names the act ("Tiếp nhận", "Trình ký"). */
const decisive = ['outcome', 'opinion', 'result'];

/** The words of the chosen decision; nothing while none is chosen or the step decides nothing. */
export function decisionWord(form: Form, answer: Data): LocalText | undefined {
  for (const id of decisive) {
    const chosen: Json | undefined = valueAt(answer, id);
    const option = expand(form).fields.get(id)?.ui.options?.find(({ value }) => value === chosen);
    if (option) return option.label;
  }
  return undefined;
}
