import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import type { FieldId } from '../../../forms/form.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { Select } from '../../process/panel/select.tsx';
import { useText } from '../../words.ts';
import { placeOf } from '../edit/move.ts';
import { useEditing } from '../editing.ts';
import { useActs } from '../outline/acts.ts';

/** Up, down, to another page, copy, remove: what dragging does, by buttons. */
export const FieldActs = ({ id }: { id: FieldId }) => {
  const text = useText();
  const language = useLanguage();
  const { form } = useEditing();
  const acts = useActs();
  const place = placeOf(form, id);
  return (
    <>
      <div className="row">
        <Button small onClick={() => acts.move(id, -1)}><Icon of={ArrowUp} />{text('up')}</Button>
        <Button small onClick={() => acts.move(id, 1)}><Icon of={ArrowDown} />{text('down')}</Button>
        <Button small onClick={() => acts.copy(id)}><Icon of={Copy} />{text('copyQuestion')}</Button>
        <Button small kind="quiet" onClick={() => acts.remove(id)}><Icon of={Trash2} />{text('removeQuestion')}</Button>
      </div>
      {place && (
        <Select
          id={`page-of-${id}`} label={text('onPage')} value={place.page}
          options={form.ui.pages.map((page, index) => ({ value: page.id, label: `${index + 1}. ${pick(page.title, language) || page.id}` }))}
          onChange={(page) => acts.moveTo(id, page, Number.MAX_SAFE_INTEGER)}
        />
      )}
    </>
  );
};
