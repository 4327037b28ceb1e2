import { feelFault } from '../../process/panel/feel-fault.ts';
import { Committed } from '../../process/panel/committed.tsx';
import { useText } from '../../words.ts';
import { MarkedText } from '../marked-text.tsx';
import type { BlockProps } from './block-editor.tsx';
import { RowsSource } from './rows-source.tsx';

/** A parcel drawn from its corners, or a map around a place. */
export const DrawingEditor = ({ id, block, put, lexicon }: BlockProps<'sketch' | 'map'>) => {
  const text = useText();
  return (
    <>
      {block.block === 'sketch'
        ? <RowsSource id={`${id}-points`} lexicon={lexicon()} value={block.points} onChange={(points) => put(['points'], points)} />
        : <Committed id={`${id}-about`} label={text('letterMapAbout')} hint={text('letterMapAboutHint')} value={block.about} long code fault={feelFault(text)} onCommit={(about) => put(['about'], about)} />}
      <MarkedText id={`${id}-caption`} label={text('letterCaption')} optional lexicon={lexicon()} value={block.caption ?? ''} onChange={(next) => put(['caption'], next || undefined)} />
      <MarkedText id={`${id}-without`} label={text('letterWithout')} optional lexicon={lexicon()} value={block.without ?? ''} onChange={(next) => put(['without'], next || undefined)} />
    </>
  );
};
