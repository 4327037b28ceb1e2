import type { LocalText } from '../../../forms/text.ts';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { rowId, useEditing } from '../editing.ts';
import { carry } from './drag.ts';

/** A section of the task list. */
export const SectionRow = ({ id, name, drop }: { id: string; name: LocalText; drop: 'before' | 'after' | undefined }) => {
  const text = useText();
  const language = useLanguage();
  const { selected, select } = useEditing();
  const here = { kind: 'section', id } as const;
  const isSelected = selected?.kind === 'section' && selected.id === id;
  return (
    <button type="button" id={rowId(here)} data-row={`section ${id}`} className={`builder-row builder-section${drop ? ` builder-drop builder-drop-${drop}` : ''}`} draggable onDragStart={(event) => carry(event, here)} aria-current={isSelected || undefined} onClick={() => select(here)}>
      <span className="visually-hidden">{text('section')}: </span>{pick(name, language) || id}
      {(name.vi.trim() === '' || name.en.trim() === '') && <span className="builder-flag">{text('missingTexts', { count: 1 })}</span>}
    </button>
  );
};
