import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { LetterTemplate } from '../../procedures/letters/template.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { BothTexts } from '../forms/both-texts.tsx';
import { keyOf } from '../packages/key-of.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { freshKey } from './letter-files.ts';
import { patterns, type Pattern } from './patterns.ts';

/** Begins a letter from a pattern, under a name of its own. */
export const NewLetter = ({ packageKey, keys, onAdd }: { packageKey: string; keys: readonly string[]; onAdd: (letter: string, template: LetterTemplate) => void }) => {
  const text = useText();
  const language = useLanguage();
  const [, go] = useLocation();
  const [pattern, setPattern] = useState<Pattern>('official');
  const [name, setName] = useState<LetterTemplate['name']>(patterns.official.name);
  const choose = (next: Pattern) => {
    setPattern(next);
    setName(patterns[next].name);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.vi.trim() === '' || name.en.trim() === '') return;
    const key = freshKey(keys, keyOf(name.vi) || pattern);
    onAdd(key, { ...patterns[pattern], name });
    go(`/packages/${packageKey}/letters/${key}`);
  };
  return (
    <details className="panel-more">
      <summary>{text('letterAdd')}</summary>
      <form onSubmit={submit} noValidate>
        <Select id="letter-pattern" label={text('letterPattern')} hint={text('letterPatternHint')} value={pattern} options={(Object.keys(patterns) as Pattern[]).map((value) => ({ value, label: [pick(patterns[value].name, language), 'form' in patterns[value] ? patterns[value].form : ''].filter(Boolean).join(' · ') }))} onChange={(next) => choose(next as Pattern)} />
        <BothTexts id="letter-new-name" legend={text('letterName')} value={name} onChange={setName} />
        <Button type="submit"><Icon of={Plus} />{text('letterBegin')}</Button>
      </form>
    </details>
  );
};
