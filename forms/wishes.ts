import type { Data } from '../engine/state.ts';
import { isHidden, type Evaluation, type Remark } from './evaluate.ts';
import type { ExpandedForm, Field } from './expand.ts';
import { placesOf, valueAt } from './field-path.ts';
import type { LocalText } from './text.ts';

const wish = ({ ui }: Field): LocalText =>
  ui.messages?.wanted ?? { vi: `Chưa có “${ui.label.vi}”. Không bắt buộc, nhưng có thì hồ sơ được xử lý thuận lợi hơn.`, en: `“${ui.label.en}” is missing. It is not required, but it helps to handle the dossier.` };

/** What the office would like to know and was not told. It warns and never blocks. */
export function* wishes({ fields }: ExpandedForm, { hidden, required }: Evaluation, value: Data): Generator<Remark> {
  for (const field of fields.values()) {
    if (field.ui.wanted !== true) continue;
    for (const path of placesOf(value, field.id)) if (!isHidden(hidden, path) && !required.has(path) && valueAt(value, path) === undefined) yield { path, message: wish(field) };
  }
}
