import { Rows } from '../../about/rows.tsx';
import { Committed } from '../../process/panel/committed.tsx';
import { Select } from '../../process/panel/select.tsx';
import { useText } from '../../words.ts';
import { ConditionField } from '../condition-field.tsx';
import { MarkedText } from '../marked-text.tsx';
import type { BlockProps, Of } from './block-editor.tsx';
import { linesOf } from './lines-of.ts';

type Box = Of<'signatures'>['boxes'][number];
const most = 3;
const parts = ['title', 'note', 'mark', 'name'] as const;
const signature: Box = { title: '{{ signer.title }}', mark: '{{ signer.mark }}', name: '{{ signer.name }}' };

/** Boxes side by side: recipients at the left, signatures at the right. */
export const SignaturesEditor = ({ id, block, put, lexicon }: BlockProps<'signatures'>) => {
  const text = useText();
  const names = lexicon();
  const titleOf = ({ recipients, title, name }: Box) => (recipients ? text('letterRecipients') : names.shown(title ?? name ?? text('letterSignature')));
  return (
    <Rows items={block.boxes} title={titleOf} add={text('letterAddSignature')} fresh={() => signature} onChange={(next) => put(['boxes'], next.length > 0 && next.length <= most ? next : block.boxes)}>
      {(box, index) => (
        <>
          {box.recipients
            ? <Committed id={`${id}-${index}-recipients`} label={text('letterRecipients')} hint={text('letterRecipientsHint')} lang="vi" long value={names.shown(box.recipients.join('\n'))} onCommit={(typed) => put(['boxes', index, 'recipients'], linesOf(names.stored(typed)))} />
            : parts.map((part) => <MarkedText key={part} id={`${id}-${index}-${part}`} label={text(`letterBox_${part}`)} optional lexicon={names} value={box[part] ?? ''} onChange={(next) => put(['boxes', index, part], next || undefined)} />)}
          {!box.recipients && (names.pictures.length > 0 || box.picture !== undefined) && (
            <Select
              id={`${id}-${index}-picture`} label={text('letterBox_picture')} hint={text('letterBoxPictureHint')} value={box.picture ?? ''} onChange={(next) => put(['boxes', index, 'picture'], next || undefined)}
              options={[{ value: '', label: text('letterBoxPicture_none') }, ...names.pictures.map((name) => ({ value: name.feel, label: names.labelOf(name) })), ...(box.picture === undefined || names.pictures.some(({ feel }) => feel === box.picture) ? [] : [{ value: box.picture, label: box.picture }])]}
            />
          )}
          <ConditionField id={`${id}-${index}-when`} lexicon={names} value={box.when} onChange={(when) => put(['boxes', index, 'when'], when)} />
        </>
      )}
    </Rows>
  );
};
