import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { expand } from '../../forms/expand.ts';
import type { FieldId, Form } from '../../forms/form.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/choices.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { BothTexts } from './both-texts.tsx';
import { isRequired, moveField, removeField, setFieldText, setPageTitle, setRequired } from './field-edit.ts';
import { NewFieldForm } from './new-field.tsx';
import { Select } from '../process/panel/select.tsx';

interface FieldListProps {
  form: Form;
  page: string | undefined;
  onPage: (id: string) => void;
  onChange: (form: Form, about?: string) => void;
}

/** The questions of one page of the form, each with its texts in both languages. */
export const FieldList = ({ form, page: pageId, onPage, onChange }: FieldListProps) => {
  const text = useText();
  const language = useLanguage();
  const page = form.ui.pages.find(({ id }) => id === pageId);
  if (!page) return <p>{text('noPages')}</p>;
  const { fields } = expand(form);
  const ask = (id: FieldId, index: number) => {
    const field = fields.get(id);
    const label = field?.ui.label ?? { vi: id, en: id };
    const required = isRequired(form, id);
    const computed = form.rules.some((rule) => 'compute' in rule && rule.compute === id);
    return (
      <details key={id} className="field-row">
        <summary>
          <span className="field-row-name">{pick(label, language) || id}</span>
          <span className="muted"> <code>{id}</code> · {text(`widget_${(field?.widget ?? 'text').replace('-', '_')}` as 'widget_text')}{required && ` · ${text('isRequired')}`}{computed && ` · ${text('isComputed')}`}</span>
        </summary>
        <BothTexts id={`label-${id}`} legend={text('label')} value={label} onChange={(value) => onChange(setFieldText(form, id, 'label', value), `label ${id}`)} />
        <BothTexts id={`hint-${id}`} legend={text('hint')} optional value={field?.ui.hint ?? { vi: '', en: '' }} onChange={(value) => onChange(setFieldText(form, id, 'hint', value), `hint ${id}`)} />
        {required !== undefined && !computed && <Check id={`required-${id}`} label={text('mustAnswer')} checked={required} onChange={(checked) => onChange(setRequired(form, id, checked))} />}
        <div className="row">
          <Button small aria-disabled={index === 0} onClick={() => onChange(moveField(form, page.id, id, -1))}><Icon of={ArrowUp} />{text('up')}</Button>
          <Button small aria-disabled={index === page.fields.length - 1} onClick={() => onChange(moveField(form, page.id, id, 1))}><Icon of={ArrowDown} />{text('down')}</Button>
          <Button small kind="quiet" onClick={() => onChange(removeField(form, id))}><Icon of={Trash2} />{text('removeQuestion')}</Button>
        </div>
      </details>
    );
  };
  return (
    <>
      <Select id="which-page" label={text('whichPage')} value={page.id} onChange={onPage} options={form.ui.pages.map(({ id, title }, index) => ({ value: id, label: `${index + 1}. ${pick(title, language)}` }))} />
      <BothTexts id={`title-${page.id}`} legend={text('pageTitle')} value={page.title} onChange={(value) => onChange(setPageTitle(form, page.id, value), `title ${page.id}`)} />
      <div className="field-rows">{page.fields.map(ask)}</div>
      <NewFieldForm key={page.id} form={form} pageId={page.id} onChange={onChange} />
    </>
  );
};
