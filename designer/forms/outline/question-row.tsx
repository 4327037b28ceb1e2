import type { FieldId } from '../../../forms/form.ts';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { columnsOf } from '../edit/move.ts';
import { rowId, useEditing } from '../editing.ts';
import { carry } from './drag.ts';
import { useFieldFacts } from './facts.ts';

/** One question of the outline; a repeating group has its columns below it. */
export const QuestionRow = ({ id, page, drop }: { id: FieldId; page?: string; drop?: 'before' | 'after' | undefined }) => {
  const text = useText();
  const language = useLanguage();
  const { form, expanded, missing, selected, select } = useEditing();
  const facts = useFieldFacts(id);
  const field = expanded.fields.get(id);
  const here = { kind: 'field', id } as const;
  const isSelected = selected?.kind === 'field' && selected.id === id;
  const lacking = missing.get(id);
  return (
    <li className={drop && `builder-drop builder-drop-${drop}`}>
      <button
        type="button" id={rowId(here)} data-row={`field ${id}`} className="builder-row builder-question"
        aria-current={isSelected || undefined} draggable={page !== undefined}
        onDragStart={(event) => carry(event, here)} onClick={() => select(here)}
      >
        <span>{pick(field?.ui.label ?? { vi: id, en: id }, language) || id}</span>
        <span className="builder-facts">
          {facts.join(' · ')}
          {lacking && <span className="builder-flag">{text(lacking.en === 0 ? 'missingVi' : lacking.vi === 0 ? 'missingEn' : 'missingBoth')}</span>}
        </span>
      </button>
      {field?.kind === 'rows' && <ol>{columnsOf(form, id).map((column) => <QuestionRow key={column} id={column} />)}</ol>}
    </li>
  );
};
