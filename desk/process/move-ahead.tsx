import type { MovePreview } from '../../server/api/move.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import type { KeyOf } from '../../ui/texts.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import type { vi } from '../words/vi.ts';

/** What a move would do, in order, before anything is done. */
export const MoveAhead = ({ ahead: { effects } }: { ahead: MovePreview }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <output>
      <Notice title={text('moveWould')}>
        {effects.length === 0 ? <p>{text('moveWouldNothing')}</p> : (
          // oxlint-disable-next-line react/no-array-index-key -- the same thing may be done twice, and the list never changes
          <ol>{effects.map(({ type, step }, index) => <li key={index}>{text(`effect_${type}` as KeyOf<typeof vi>)}{step && <> <strong>{pick(step, language)}</strong></>}</li>)}</ol>
        )}
      </Notice>
    </output>
  );
};
