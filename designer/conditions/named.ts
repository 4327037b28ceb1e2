import type { AnswerKind } from '../../forms/answer-kind.ts';
import type { Option } from '../../forms/form.ts';
import type { LocalText } from '../../forms/text.ts';

/** Something that a condition can look at. */
export interface Named {
  /** As FEEL calls it: `site.adjoining`, in a rule on a column `row.name`. */
  readonly name: string;
  readonly kind: AnswerKind;
  readonly label: LocalText;
  readonly options?: readonly Option[];
  /** Under which heading it is found. */
  readonly group?: LocalText;
}
