import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { Page } from '../../../forms/form.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { Select } from '../../process/panel/select.tsx';
import { useText } from '../../words.ts';
import { BothTexts } from '../both-texts.tsx';
import { addPage, movePageTo, removePage, setPageIntro, setPageTitle } from '../edit/pages.ts';
import { useEditing } from '../editing.ts';
import { useActs } from '../outline/acts.ts';
import { FoundHere } from './found-here.tsx';
import { RulesAbout } from './rules-about.tsx';
import { defaultWords } from '../../../procedures/default-words.ts';

const blank = { vi: '', en: '' };

/** A page: its question, what stands below it, its section and its place. */
export const PagePanel = ({ page }: { page: Page }) => {
  const text = useText();
  const language = useLanguage();
  const { form, change, select } = useEditing();
  const acts = useActs();
  const { id } = page;
  const name = pick(page.title, language) || id;
  const add = () => {
    const added = addPage(form, page.section, defaultWords.page);
    change(added.form, undefined, text('pageAdded'));
    select({ kind: 'page', id: added.id }, 'panel');
  };
  const remove = () => {
    change(removePage(form, id), undefined, text('removed', { name }));
    select({ kind: 'section', id: page.section }, 'row');
  };
  return (
    <>
      <h2>{text('whichPage')}: {name}</h2>
      <FoundHere element={id} />
      <div className="row">
        <Button small onClick={() => acts.movePart({ kind: 'page', id }, -1)}><Icon of={ArrowUp} />{text('up')}</Button>
        <Button small onClick={() => acts.movePart({ kind: 'page', id }, 1)}><Icon of={ArrowDown} />{text('down')}</Button>
        <Button small onClick={add}><Icon of={Plus} />{text('addPage')}</Button>
        {page.fields.length === 0 && form.ui.pages.length > 1 && <Button small kind="quiet" onClick={remove}><Icon of={Trash2} />{text('removePage')}</Button>}
      </div>
      <BothTexts id={`title-${id}`} legend={text('pageTitle')} value={page.title} onChange={(value) => change(setPageTitle(form, id, value), `title ${id}`)} />
      <BothTexts id={`intro-${id}`} legend={text('pageIntro')} optional long value={page.intro ?? blank} onChange={(value) => change(setPageIntro(form, id, value), `intro ${id}`)} />
      <Select
        id={`section-of-${id}`} label={text('pageSection')} value={page.section}
        options={Object.entries(form.ui.sections).map(([value, section]) => ({ value, label: pick(section, language) || value }))}
        onChange={(section) => change(movePageTo(form, id, section))}
      />
      <RulesAbout target={id} />
      {page.fields.length > 0 && <p className="muted">{text('pageNotEmpty')}</p>}
    </>
  );
};
