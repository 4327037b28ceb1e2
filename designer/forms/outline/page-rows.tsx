import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Page } from '../../../forms/form.ts';
import { Icon } from '../../../ui/icon.tsx';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { missingOnPage } from '../edit/missing-texts.ts';
import { rowId, useEditing } from '../editing.ts';
import { carry } from './drag.ts';
import { QuestionRow } from './question-row.tsx';

interface PageRowsProps {
  page: Page;
  number: number;
  open: boolean;
  onToggle: (id: string) => void;
  /** Row that the line of a drop is drawn at, and on which side. */
  spot: string | undefined;
  drop: 'before' | 'after' | undefined;
}

/** A page with its questions, which fold away. */
export const PageRows = ({ page, number, open, onToggle, spot, drop }: PageRowsProps) => {
  const text = useText();
  const language = useLanguage();
  const { selected, select, missing } = useEditing();
  const here = { kind: 'page', id: page.id } as const;
  const isSelected = selected?.kind === 'page' && selected.id === page.id;
  const lacking = missingOnPage(page, missing);
  const title = pick(page.title, language) || page.id;
  const row = rowId(here);
  return (
    <li>
      <div className={`builder-page${spot === row && drop ? ` builder-drop builder-drop-${drop}` : ''}`}>
        <button type="button" className="builder-fold" aria-expanded={open} aria-label={text('questionsOf', { name: title })} onClick={() => onToggle(page.id)}><Icon of={open ? ChevronDown : ChevronRight} /></button>
        <button type="button" id={row} data-row={`page ${page.id}`} className="builder-row" draggable onDragStart={(event) => carry(event, here)} aria-current={isSelected || undefined} onClick={() => select(here)}>
          <span>{number}. {title}</span>
          <span className="builder-facts">
            {text('questionCount', { count: page.fields.length })}
            {page.when && <> · {text('conditional')}</>}
            {lacking.vi + lacking.en > 0 && <span className="builder-flag">{text('missingTexts', { count: lacking.vi + lacking.en })}</span>}
          </span>
        </button>
      </div>
      {open && <ol>{page.fields.map((id) => <QuestionRow key={id} id={id} page={page.id} drop={spot === rowId({ kind: 'field', id }) ? drop : undefined} />)}</ol>}
    </li>
  );
};
