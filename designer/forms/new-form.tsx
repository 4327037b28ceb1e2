import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { addForm } from './add-form.ts';
import { BothTexts } from './both-texts.tsx';
import { formPatternNames, formPatterns, type FormPattern } from './form-patterns.ts';

/** Begins a form from a pattern, under a name of its own. */
export const NewForm = ({ opened }: { opened: DesignerPackage }) => {
  const text = useText();
  const language = useLanguage();
  const [, go] = useLocation();
  const [pattern, setPattern] = useState<FormPattern>('examine');
  const [title, setTitle] = useState(formPatterns.examine.title);
  const choose = (next: FormPattern) => {
    setPattern(next);
    setTitle(formPatterns[next].title);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.vi.trim() === '' || title.en.trim() === '') return;
    go(`/packages/${opened.key}/forms/${addForm(opened, pattern, title)}`);
  };
  return (
    <details className="panel-more">
      <summary>{text('formAdd')}</summary>
      <form onSubmit={submit} noValidate>
        <Select id="form-pattern" label={text('formPattern')} value={pattern} options={formPatternNames.map((value) => ({ value, label: pick(formPatterns[value].title, language) }))} onChange={(next) => choose(next as FormPattern)} />
        <BothTexts id="form-new-title" legend={text('formTitle')} value={title} onChange={setTitle} />
        <Button type="submit"><Icon of={Plus} />{text('formBegin')}</Button>
      </form>
    </details>
  );
};
