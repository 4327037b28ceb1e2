import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Lang } from '../../forms/text.ts';
import type { Reading, ReadingNote } from '../../procedures/reading/read-easily.ts';
import { decimal } from '../../ui/format.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { ask } from '../proof/ask.ts';
import type { Texts } from '../proof/read-package.ts';
import { fileTitle } from '../package/file-title.ts';
import { TryAgain } from '../shell/try-again.tsx';
import { useText } from '../words.ts';

const most = 40;
const tenth = (value: number, language: Lang): string => decimal(Math.round(value * 10) / 10, language);

/** How easily citizens read what is to be published: told, never in the way. */
export const ReadingCheck = ({ files }: { files: Texts | undefined }) => {
  const text = useText();
  const language = useLanguage();
  const id = useId();
  const read = useQuery({ queryKey: ['designer reading', files], queryFn: async ({ signal }) => (await ask({ ask: 'read', files: files! }, { signal })) ?? null, enabled: files !== undefined, staleTime: Infinity });
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{text('readingCheck')}</h3>
      {read.data ? <Told reading={read.data} titleOf={(file) => fileTitle(file, files?.[file] ?? '', text, language)} /> : read.error ? <TryAgain words={text('readingFailed')} onTry={() => void read.refetch()} /> : <p className="muted" aria-live="polite">{text(read.data === null ? 'readingNone' : 'checking')}</p>}
    </section>
  );
};

const Told = ({ reading: { levels: { vi, en }, notes }, titleOf }: { reading: Reading; titleOf: (file: string) => string }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <ul>
        <li>{text('readingVi', { sentences: vi.sentences, average: tenth(vi.average, language), long: vi.long })}</li>
        <li>{text('readingEn', { sentences: en.sentences, average: tenth(en.average, language), long: en.long })} {en.grade !== undefined && text('readingGrade', { grade: tenth(Math.max(0, en.grade), language) })}</li>
      </ul>
      {notes.length > 0 && (
        <details className="panel-more">
          <summary>{text('readingNotes', { count: notes.length })}</summary>
          <ul className="reading-notes">{notes.slice(0, most).map((note, index) => <li key={index}><Note note={note} titleOf={titleOf} /></li>)}</ul>
          {notes.length > most && <p className="muted">{text('readingMore', { count: notes.length - most })}</p>}
        </details>
      )}
      <details className="panel-more">
        <summary>{text('checkMethod')}</summary>
        <p>{text('readingMethod')}</p>
      </details>
    </>
  );
};

const Note = ({ note: { lang, file, sentence, length, word }, titleOf }: { note: ReadingNote; titleOf: (file: string) => string }) => {
  const text = useText();
  return (
    <>
      {word ? text('readingWord', { word: word.words, plain: word.plain }) : text(lang === 'vi' ? 'readingLongVi' : 'readingLongEn', { length })}
      <q lang={lang}>{sentence}</q> <span className="finding-place muted">{titleOf(file)}</span>
    </>
  );
};
