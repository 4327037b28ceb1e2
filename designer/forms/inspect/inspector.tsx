import { Button } from '../../../ui/button.tsx';
import { panelId, rowId, useEditing } from '../editing.ts';
import { pane } from '../../shell/panes.ts';
import { useText } from '../../words.ts';
import { FieldPanel } from './field-panel.tsx';
import { PagePanel } from './page-panel.tsx';
import { SectionPanel } from './section-panel.tsx';

/** Everything about what is selected in the outline. */
export const Inspector = () => {
  const text = useText();
  const { form, expanded, selected } = useEditing();
  const page = selected?.kind === 'page' ? form.ui.pages.find(({ id }) => id === selected.id) : undefined;
  const name = selected?.kind === 'section' ? form.ui.sections[selected.id] : undefined;
  return (
    <section className="builder-panel" id={panelId} {...pane} aria-label={text('aboutSelected')}>
      {selected && <Button small kind="quiet" onClick={() => document.getElementById(rowId(selected))?.focus()}>{text('backToList')}</Button>}
      {selected?.kind === 'field' && expanded.fields.has(selected.id) && <FieldPanel key={selected.id} id={selected.id} />}
      {page && <PagePanel key={page.id} page={page} />}
      {selected?.kind === 'section' && name && <SectionPanel key={selected.id} id={selected.id} name={name} />}
      {!selected && <p className="muted">{text('selectSomething')}</p>}
    </section>
  );
};
