import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { LetterTemplate } from '../../procedures/letters/template.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { BothTexts } from '../forms/both-texts.tsx';
import { keyOf } from '../../procedures/key-of.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { freshKey } from './letter-files.ts';
import { patternNames, patterns, type PatternName } from './patterns.ts';

/** Begins a letter from a pattern, under a name of its own. */
export const NewLetter = ({ packageKey, keys, onBegin }: { packageKey: string; keys: readonly string[]; onBegin: (letter: string, pattern: PatternName, name: LetterTemplate['name']) => void }) => {
  const text = useText();
  const language = useLanguage();
  const [, go] = useLocation();
  const offered = patternNames();
  const [pattern, setPattern] = useState<PatternName>('official');
  const [name, setName] = useState<LetterTemplate['name']>(patterns.official.letter.name);
  const choose = (next: PatternName) => {
    setPattern(next);
    setName(patterns[next].letter.name);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.vi.trim() === '' || name.en.trim() === '') return;
    const key = freshKey(keys, keyOf(name.vi) || pattern);
    onBegin(key, pattern, name);
    go(`/packages/${packageKey}/letters/${key}`);
  };
  return (
    <details className="panel-more">
      <summary>{text('letterAdd')}</summary>
      <form onSubmit={submit} noValidate>
        <Select id="letter-pattern" label={text('letterPattern')} hint={text('letterPatternHint', { source: patterns[pattern].source })} value={pattern} options={offered.map((value) => ({ value, label: [pick(patterns[value].letter.name, language), patterns[value].letter.form].filter(Boolean).join(' · ') }))} onChange={(next) => choose(next as PatternName)} />
        <BothTexts id="letter-new-name" legend={text('letterName')} value={name} onChange={setName} />
        <Button type="submit"><Icon of={Plus} />{text('letterBegin')}</Button>
      </form>
    </details>
  );
};
