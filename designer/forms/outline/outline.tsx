import { useRef, useState, type KeyboardEvent } from 'react';
import type { Form } from '../../../forms/form.ts';
import type { LocalText } from '../../../forms/text.ts';
import { pane } from '../../shell/panes.ts';
import { useText } from '../../words.ts';
import { rowId, useEditing } from '../editing.ts';
import { useActs, type Part } from './acts.ts';
import { dropped, useDrop } from './drag.ts';
import { PageRows } from './page-rows.tsx';
import { SectionRow } from './section-row.tsx';

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1), ArrowUp: (at) => Math.max(0, at - 1), Home: () => 0, End: (_, last) => last,
};

/** The sections of the form, and those that only its pages name: what is wrong must be seen to be mended. */
const sectionsOf = ({ ui }: Form): (readonly [string, LocalText])[] => {
  const unknown = new Set(ui.pages.map(({ section }) => section).filter((id) => !Object.hasOwn(ui.sections, id)));
  return [...Object.entries(ui.sections), ...[...unknown].map((id) => [id, { vi: id, en: id }] as const)];
};

/** The form as a list: sections, their pages, their questions. Everything here is done by keys, by buttons, and by dragging. */
export const Outline = () => {
  const { form, selected } = useEditing();
  const text = useText();
  const acts = useActs();
  const { spot, handlers } = useDrop();
  const list = useRef<HTMLOListElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const shownPage = selected?.kind === 'page' ? selected.id : selected?.kind === 'field' ? form.ui.pages.find(({ fields }) => fields.some((id) => selected.id === id || selected.id.startsWith(`${id}[]`)))?.id : undefined;
  const toggle = (id: string) => setOpened((all) => new Set(all.has(id) ? [...all].filter((one) => one !== id) : [...all, id]));
  const keys = (event: KeyboardEvent) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey) return;
    const [kind = '', id = ''] = (row.dataset['row'] ?? '').split(' ');
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (event.altKey && by !== undefined) {
      if (kind !== 'field') acts.movePart({ kind: kind as Part['kind'], id }, by);
      else if (event.shiftKey) acts.moveOver(id, by);
      else acts.move(id, by);
    } else if (event.key === 'Delete' && kind === 'field') acts.remove(id);
    else if (steps[event.key] && !event.altKey && !event.shiftKey) rows[steps[event.key]!(at, rows.length - 1)]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <nav {...pane} aria-label={text('formOutline')} aria-describedby="outline-keys">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- every row is a button; keys and dragging are handled once for all of them */}
      <ol className="builder-outline" ref={list} onKeyDown={keys} {...handlers} data-spot={spot ? '' : undefined}>
        {sectionsOf(form).map(([id, name]) => (
          <li key={id}>
            <SectionRow id={id} name={name} drop={spot?.row === rowId({ kind: 'section', id }) ? dropped(spot) : undefined} />
            <ol>
              {form.ui.pages.map((page, index) => page.section === id && (
                <PageRows
                  key={page.id} page={page} number={index + 1} open={page.id === shownPage || opened.has(page.id)} onToggle={toggle}
                  spot={spot?.row} drop={spot && dropped(spot)}
                />
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <details className="small">
        <summary>{text('outlineKeysTitle')}</summary>
        <p id="outline-keys">{text('outlineKeys')}</p>
      </details>
    </nav>
  );
};
