import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { Form } from '../../forms/form.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { addField, idFault, newKinds, type NewKind } from './field-edit.ts';

const blank = { vi: '', en: '' };

/** Adds a question at the end of a page. */
export const NewFieldForm = ({ form, pageId, onChange }: { form: Form; pageId: string; onChange: (form: Form) => void }) => {
  const text = useText();
  const [id, setId] = useState('');
  const [kind, setKind] = useState<NewKind>('text');
  const [label, setLabel] = useState(blank);
  const [tried, setTried] = useState(false);
  const fault = idFault(form, id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWhole = fault === undefined && label.vi.trim() !== '' && label.en.trim() !== '';
    setTried(!isWhole);
    if (!isWhole) return;
    onChange(addField(form, pageId, { id, kind, label }));
    setId('');
    setLabel(blank);
  };
  return (
    <details className="panel-more">
      <summary>{text('addQuestion')}</summary>
      <form onSubmit={submit} noValidate>
        <TextField id="new-id" label={text('newId')} hint={text('newIdHint')} error={tried && fault ? text(`idFault_${fault}`) : undefined} value={id} autoCapitalize="none" autoComplete="off" spellCheck={false} data-code onChange={(event) => setId(event.target.value.trim())} />
        <Select id="new-kind" label={text('newKind')} value={kind} options={(Object.keys(newKinds) as NewKind[]).map((one) => ({ value: one, label: text(`new_${one}`) }))} onChange={(next) => setKind(next as NewKind)} />
        <div className="both">
          {(['vi', 'en'] as const).map((language) => (
            <TextField key={language} id={`new-label-${language}`} lang={language} label={`${text('label')}: ${text(language === 'vi' ? 'inVietnamese' : 'inEnglish')}`} value={label[language]} error={tried && label[language].trim() === '' ? text('textMissing') : undefined} onChange={(event) => setLabel({ ...label, [language]: event.target.value.normalize('NFC') })} />
          ))}
        </div>
        <Button type="submit"><Icon of={Plus} />{text('addQuestion')}</Button>
      </form>
    </details>
  );
};
