import type { Form } from '../../../forms/form.ts';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { Field } from '../../../ui/field.tsx';
import { useText } from '../../words.ts';

interface QuestionSelectProps {
  id: string;
  label: string;
  form: Form;
  value: string;
  /** The questions offered, in the order of the schema. */
  questions: readonly { readonly value: string; readonly id: string; readonly label: string }[];
  onChange: (value: string) => void;
  /** Pages may be chosen as well. */
  pages?: boolean;
}

/** One of the form's questions, by the page it stands on. */
export const QuestionSelect = ({ id, label, form, value, questions, onChange, pages = false }: QuestionSelectProps) => {
  const text = useText();
  const language = useLanguage();
  const pageOf = (of: string) => form.ui.pages.find(({ fields }) => fields.some((one) => of === one || of.startsWith(`${one}.`) || of.startsWith(`${one}[]`)));
  const elsewhere = questions.filter((one) => !pageOf(one.id));
  const option = (one: QuestionSelectProps['questions'][number]) => <option key={one.value} value={one.value}>{one.label}</option>;
  return (
    <Field id={id} label={label}>
      <select id={id} className="control" value={value} onChange={({ target }) => onChange(target.value)}>
        {value === '' && <option value="">{text('chooseQuestion')}</option>}
        {form.ui.pages.map((page, index) => {
          const on = questions.filter((one) => pageOf(one.id) === page);
          const title = `${index + 1}. ${pick(page.title, language) || page.id}`;
          return (on.length > 0 || pages) && (
            <optgroup key={page.id} label={title}>
              {pages && <option value={page.id}>{text('wholePage', { name: title })}</option>}
              {on.map(option)}
            </optgroup>
          );
        })}
        {elsewhere.length > 0 && <optgroup label={text('onNoPage')}>{elsewhere.map(option)}</optgroup>}
      </select>
    </Field>
  );
};
