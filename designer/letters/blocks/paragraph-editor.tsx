import { Check } from '../../../ui/choices.tsx';
import { Select } from '../../process/panel/select.tsx';
import { useText } from '../../words.ts';
import { MarkedText } from '../marked-text.tsx';
import type { BlockProps } from './block-editor.tsx';

const styles = ['plain', 'bold', 'italic', 'heading'] as const;
const aligns = ['justify', 'left', 'center', 'right'] as const;

export const ParagraphEditor = ({ id, block, put, lexicon }: BlockProps<'paragraph'>) => {
  const text = useText();
  return (
    <>
      <MarkedText id={`${id}-text`} label={text('letterParagraphText')} lexicon={lexicon()} value={block.text} onChange={(next) => put(['text'], next)} />
      <div className="both">
        <Select id={`${id}-style`} label={text('letterStyle')} value={block.style ?? 'plain'} options={styles.map((value) => ({ value, label: text(`letterStyle_${value}`) }))} onChange={(next) => put(['style'], next === 'plain' ? undefined : next)} />
        <Select id={`${id}-align`} label={text('letterAlign')} value={block.align ?? 'justify'} options={aligns.map((value) => ({ value, label: text(`letterAlign_${value}`) }))} onChange={(next) => put(['align'], next === 'justify' ? undefined : next)} />
      </div>
      <Check id={`${id}-indent`} label={text('letterIndent')} checked={block.indent ?? false} onChange={(checked) => put(['indent'], checked || undefined)} />
    </>
  );
};
