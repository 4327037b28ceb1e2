import { useMemo } from 'react';
import type { Block, LetterTemplate } from '../../procedures/letters/template.ts';
import type { DesignerPackage, Finding } from '../../server/api/designer.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { withAt, type Path } from '../about/change.ts';
import { FindingItem } from '../findings/finding-item.tsx';
import { printLike } from '../forms/print-json.ts';
import { edit } from '../package/bench.ts';
import { useFileText } from '../package/file-text.ts';
import { ofTheDraft } from '../package/use-undo.ts';
import { useText } from '../words.ts';
import { Blocks } from './blocks.tsx';
import { LetterHead } from './letter-head.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { lexiconOf } from './lexicon.ts';
import { placeOf } from './place-of.ts';
import { readLetter } from './read-letter.ts';
import type { useLetterNames } from './use-letter-names.ts';
import { writingNames, writingWord } from './writing-word.ts';

interface LetterEditorProps {
  opened: DesignerPackage;
  letter: string;
  named: ReturnType<typeof useLetterNames>;
  findings: readonly Finding[];
}

/** One letter: its head, its blocks, and beside them the paper as it will be. */
export const LetterEditor = ({ opened: { key }, letter, named: { names }, findings }: LetterEditorProps) => {
  const text = useText();
  const language = useLanguage();
  const path = `letters/${letter}.json`;
  const { query, text: source, saved } = useFileText(key, path);
  const reading = useMemo(() => (source === undefined ? undefined : readLetter(source)), [source]);
  if (query.error && source === undefined) return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  if (source === undefined || saved === undefined || reading === undefined) return <Skeleton />;
  if ('fault' in reading) return <Notice kind="danger" title={text('letterUnreadable')}><p lang="en">{reading.fault}</p></Notice>;
  const { template } = reading;
  const put = (at: Path, next: unknown) => edit(key, path, printLike(withAt<LetterTemplate>(template, at, next), saved), saved, at.join(' '));
  const lexicon = (within?: string) => lexiconOf(names, language, writingWord(text), writingNames, within);
  const findingsAt = (place: string) => findings.filter((finding) => placeOf(finding).startsWith(place));
  const elsewhere = findings.filter((finding) => !/^(blocks|head)\b/.test(placeOf(finding)));
  const parts = { put, lexicon, findingsAt };
  return (
    <div className="letter-editor">
      <div {...ofTheDraft}>
        {elsewhere.length > 0 && <ul className="finding-list">{elsewhere.map((finding, index) => <FindingItem key={index} finding={finding} />)}</ul>}
        <LetterHead {...parts} template={template} packageKey={key} letter={letter} />
        <Blocks {...parts} blocks={template.blocks} onChange={(blocks: readonly Block[]) => put(['blocks'], blocks)} />
      </div>
      <LetterPreview packageKey={key} letter={letter} lexicon={lexicon()} />
    </div>
  );
};
