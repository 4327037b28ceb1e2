import type { Block } from '../../../procedures/letters/template.ts';
import type { LetterParts } from '../part.ts';
import { ConditionField } from '../condition-field.tsx';
import { MarkedText } from '../marked-text.tsx';
import { useText } from '../../words.ts';
import { DrawingEditor } from './drawing-editor.tsx';
import { FieldsEditor } from './fields-editor.tsx';
import { ListEditor } from './list-editor.tsx';
import { ParagraphEditor } from './paragraph-editor.tsx';
import { SignaturesEditor } from './signatures-editor.tsx';
import { TableEditor } from './table-editor.tsx';

export type Of<B extends Block['block']> = Extract<Block, { block: B }>;

/** What every editor of a block is given: the block and the way to change a member of it. */
export interface BlockProps<B extends Block['block']> extends LetterParts {
  readonly id: string;
  readonly block: Of<B>;
}

/** One block of a letter: what it says, then when it stands. `put` begins at the block. */
export const BlockEditor = (props: LetterParts & { id: string; block: Block }) => {
  const { id, block, put, lexicon } = props;
  return (
    <>
      <Says {...props} />
      <ConditionField id={`${id}-when`} lexicon={lexicon()} value={block.when} onChange={(when) => put(['when'], when)} />
    </>
  );
};

const Says = ({ block, ...rest }: LetterParts & { id: string; block: Block }) => {
  switch (block.block) {
    case 'title': return <TitleEditor {...rest} block={block} />;
    case 'paragraph': return <ParagraphEditor {...rest} block={block} />;
    case 'fields': return <FieldsEditor {...rest} block={block} />;
    case 'table': return <TableEditor {...rest} block={block} />;
    case 'list': return <ListEditor {...rest} block={block} />;
    case 'signatures': return <SignaturesEditor {...rest} block={block} />;
    case 'sketch': case 'map': return <DrawingEditor {...rest} block={block} />;
    default: return block satisfies never;
  }
};

const TitleEditor = ({ id, block, put, lexicon }: BlockProps<'title'>) => {
  const text = useText();
  return (
    <>
      <MarkedText id={`${id}-text`} label={text('letterTitleText')} lexicon={lexicon()} value={block.text} onChange={(next) => put(['text'], next)} />
      <MarkedText id={`${id}-under`} label={text('letterTitleUnder')} optional lexicon={lexicon()} value={block.under ?? ''} onChange={(next) => put(['under'], next || undefined)} />
    </>
  );
};
