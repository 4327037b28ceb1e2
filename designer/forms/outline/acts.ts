import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import type { FieldId, Form } from '../../../forms/form.ts';
import { useText } from '../../words.ts';
import { copyField } from '../edit/copy.ts';
import { removeField, targetOf } from '../edit/field.ts';
import { columnsOf, moveField, moveFieldTo, moveToNextPage, placeOf } from '../edit/move.ts';
import { movePage, moveSection, placePage, placeSection } from '../edit/pages.ts';
import { isInside } from '../edit/schema-at.ts';
import { useEditing, type Selected } from '../editing.ts';

/** A page or a section. */
export type Part = Selected & { readonly kind: 'page' | 'section' };

/** What can be done with a question, a page, a section: the same by keys, buttons and dragging, and each is told in words. */
export function useActs() {
  const { form, change, select } = useEditing();
  const text = useText();
  const language = useLanguage();
  const labelOf = (id: FieldId, of: Form = form) => pick(of.ui.fields[id]?.label ?? { vi: id, en: id }, language) || id;
  const pageName = (id: string, of: Form = form) => pick(of.ui.pages.find((page) => page.id === id)?.title ?? { vi: id, en: id }, language) || id;

  const sectionName = (id: string) => pick(form.ui.sections[id] ?? { vi: id, en: id }, language) || id;
  const partName = ({ kind, id }: Part) => (kind === 'page' ? pageName(id) : sectionName(id));

  const whereOf = (next: Form, id: FieldId): string => {
    const place = placeOf(next, id);
    const row = id.slice(0, id.lastIndexOf('[]'));
    const columns = columnsOf(next, row);
    return place ? text('movedTo', { name: labelOf(id), at: place.at + 1, of: place.of, page: pageName(place.page, next) }) : text('movedTo', { name: labelOf(id), at: columns.indexOf(id) + 1, of: columns.length, page: labelOf(row) });
  };
  const moved = (next: Form, id: FieldId) => {
    if (next === form) return change(form, undefined, text('movedNowhere', { name: labelOf(id) }));
    change(next, undefined, whereOf(next, id));
    return select({ kind: 'field', id }, 'row');
  };
  return {
    move: (id: FieldId, by: -1 | 1) => moved(moveField(form, id, by), id),
    moveOver: (id: FieldId, by: -1 | 1) => moved(moveToNextPage(form, id, by), id),
    moveTo: (id: FieldId, page: string, at: number) => moved(moveFieldTo(form, id, page, at), id),
    copy: (id: FieldId) => {
      const copied = copyField(form, id);
      change(copied.form, undefined, text('copied', { name: labelOf(id) }));
      select({ kind: 'field', id: copied.id }, 'panel');
    },
    remove: (id: FieldId) => {
      const place = placeOf(form, id);
      const rules = form.rules.filter((rule) => isInside(targetOf(rule), id)).length;
      change(removeField(form, id), undefined, text(rules > 0 ? 'removedWithRules' : 'removed', { name: labelOf(id), count: rules }));
      const row = id.includes('[]') ? id.slice(0, id.lastIndexOf('[]')) : undefined;
      const beside = place && form.ui.pages.find((page) => page.id === place.page)?.fields.filter((one) => one !== id)[Math.max(0, place.at - 1)];
      const next = row ?? beside;
      select(next ? { kind: 'field', id: next } : { kind: 'page', id: place?.page ?? '' }, 'row');
    },
    movePart: (part: Part, by: -1 | 1) => {
      const next = part.kind === 'page' ? movePage(form, part.id, by) : moveSection(form, part.id, by);
      change(next, undefined, text(next === form ? 'movedNowhere' : by < 0 ? 'movedUp' : 'movedDown', { name: partName(part) }));
      if (next !== form) select(part, 'row');
    },
    /** A page or section right before another of its kind; without one, behind the last: of the section, of the form. */
    placePart: (part: Part, { section, before }: { readonly section: string; readonly before: string | undefined }) => {
      const next = part.kind === 'page' ? placePage(form, part.id, section, before) : placeSection(form, part.id, before);
      if (next === form) return;
      const all = part.kind === 'page' ? next.ui.pages.filter((page) => page.section === section).map(({ id }) => id) : Object.keys(next.ui.sections);
      const into = part.kind === 'page' ? sectionName(section) : pick(form.title, language);
      change(next, undefined, text('movedTo', { name: partName(part), at: all.indexOf(part.id) + 1, of: all.length, page: into }));
      select(part, 'row');
    },
  };
}
