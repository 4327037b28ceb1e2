import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { pane } from '../../shell/panes.ts';
import { useRoving } from '../../shell/use-roving.ts';
import { useText } from '../../words.ts';
import { library, type LibraryGroup, type NewKind } from '../edit/library.ts';
import { placeOf } from '../edit/move.ts';
import { addSection } from '../edit/pages.ts';
import { useEditing } from '../editing.ts';
import { defaultWords } from '../../../procedures/default-words.ts';
import { carry } from './drag.ts';

/** The kinds of question: pressed, one goes behind what is selected; dragged, to where it is dropped. */
export const LibraryPanel = () => {
  const text = useText();
  const { form, selected, place, change, select } = useEditing();
  const add = (kind: NewKind) => {
    const beside = selected?.kind === 'field' ? placeOf(form, selected.id.split('[]')[0] ?? '') : undefined;
    const page = selected?.kind === 'page' ? form.ui.pages.find(({ id }) => id === selected.id) : form.ui.pages.find(({ section }) => selected?.kind === 'section' && section === selected.id) ?? form.ui.pages[0];
    place(beside ? { kind, page: beside.page, at: beside.at + 1 } : { kind, page: page?.id ?? '', at: page?.fields.length ?? 0 });
  };
  const section = () => {
    const added = addSection(form, defaultWords.section, defaultWords.page);
    change(added.form, undefined, text('sectionAdded'));
    select({ kind: 'section', id: added.id }, 'panel');
  };
  return (
    // around, not on it: Tab would pass by what is in a details element that is itself no stop
    <div className="builder-library" role="group" {...pane} aria-label={text('library')}>
      <details className="panel-more" open>
        <summary>{text('library')}</summary>
        <p className="muted small">{text('libraryHint')}</p>
        {(Object.keys(library) as LibraryGroup[]).map((group) => (
          <Kinds key={group} group={group} onAdd={add} />
        ))}
        <Button small onClick={section}><Icon of={Plus} />{text('addSection')}</Button>
      </details>
    </div>
  );
};

/** The kinds of one group: Tab comes to the group, arrows go through it. */
const Kinds = ({ group, onAdd }: { group: LibraryGroup; onAdd: (kind: NewKind) => void }) => {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const roving = useRoving(box);
  return (
    <div role="group" aria-label={text(`library_${group}`)}>
      <p className="builder-group small" aria-hidden="true">{text(`library_${group}`)}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the kinds are buttons; the arrows are handled once for all of them */}
      <div className="builder-kinds" ref={box} {...roving}>
        {(Object.keys(library[group]) as NewKind[]).map((kind) => (
          <button key={kind} type="button" className="builder-kind" draggable onDragStart={(event) => carry(event, { kind: 'new', id: kind })} onClick={() => onAdd(kind)}>{text(`kind_${kind}`)}</button>
        ))}
      </div>
    </div>
  );
};
