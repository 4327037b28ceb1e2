import { Check, Choices } from '../../../ui/choices.tsx';
import { Committed } from '../../process/panel/committed.tsx';
import { useText } from '../../words.ts';
import { MarkedText } from '../marked-text.tsx';
import type { BlockProps } from './block-editor.tsx';
import { linesOf, writtenLines } from './lines-of.ts';
import { RowsSource } from './rows-source.tsx';

/** Lines that are always the same, or one for each item of a list. */
export const ListEditor = ({ id, block, put, lexicon }: BlockProps<'list'>) => {
  const text = useText();
  const lines = writtenLines(block.items);
  const own = (next: boolean) => {
    put([], { ...block, items: next ? JSON.stringify([text('letterNewLine')]) : 'papers', text: next ? '{{ item }}' : '{{ item.name }}' });
  };
  return (
    <>
      <Choices id={`${id}-kind`} legend={text('letterListKind')} value={lines ? 'written' : 'dossier'} choices={[{ value: 'written', label: text('letterListWritten') }, { value: 'dossier', label: text('letterListDossier') }]} onChange={(next) => own(next === 'written')} />
      {lines
        ? <Committed id={`${id}-lines`} label={text('letterListLines')} hint={text('letterListLinesHint')} lang="vi" long value={lines.join('\n')} onCommit={(typed) => put(['items'], JSON.stringify(linesOf(typed)))} />
        : <>
            <RowsSource id={`${id}-items`} lexicon={lexicon()} value={block.items} onChange={(next) => put(['items'], next)} />
            <MarkedText id={`${id}-text`} label={text('letterListText')} lexicon={lexicon(block.items)} value={block.text} onChange={(next) => put(['text'], next)} />
          </>}
      <Check id={`${id}-numbered`} label={text('letterNumbered')} checked={block.numbered ?? false} onChange={(checked) => put(['numbered'], checked || undefined)} />
    </>
  );
};
