import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { LocalText } from '../../../forms/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { BothTexts } from '../both-texts.tsx';
import { addPage, removeSection, setSectionName } from '../edit/pages.ts';
import { useEditing } from '../editing.ts';
import { useActs } from '../outline/acts.ts';
import { defaultWords } from '../../../procedures/default-words.ts';

/** A section of the task list: its name, its place, its pages. */
export const SectionPanel = ({ id, name }: { id: string; name: LocalText }) => {
  const text = useText();
  const language = useLanguage();
  const { form, change, select } = useEditing();
  const acts = useActs();
  const isEmpty = !form.ui.pages.some(({ section }) => section === id);
  const add = () => {
    const added = addPage(form, id, defaultWords.page);
    change(added.form, undefined, text('pageAdded'));
    select({ kind: 'page', id: added.id }, 'panel');
  };
  return (
    <>
      <h2>{text('section')}: {pick(name, language)}</h2>
      <div className="row">
        <Button small onClick={() => acts.movePart({ kind: 'section', id }, -1)}><Icon of={ArrowUp} />{text('up')}</Button>
        <Button small onClick={() => acts.movePart({ kind: 'section', id }, 1)}><Icon of={ArrowDown} />{text('down')}</Button>
        <Button small onClick={add}><Icon of={Plus} />{text('addPage')}</Button>
        {isEmpty && <Button small kind="quiet" onClick={() => change(removeSection(form, id), undefined, text('removed', { name: pick(name, language) }))}><Icon of={Trash2} />{text('removeSection')}</Button>}
      </div>
      <BothTexts id={`section-${id}`} legend={text('sectionName')} value={name} onChange={(next) => change(setSectionName(form, id, next), `section ${id}`)} />
      {!isEmpty && <p className="muted">{text('sectionNotEmpty')}</p>}
    </>
  );
};
