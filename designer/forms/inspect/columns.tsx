import type { FieldId } from '../../../forms/form.ts';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { Select } from '../../process/panel/select.tsx';
import { useText } from '../../words.ts';
import { columnKinds, type NewKind } from '../edit/library.ts';
import { columnsOf } from '../edit/move.ts';
import { useEditing } from '../editing.ts';

/** What one row of a repeating group asks. */
export const Columns = ({ id }: { id: FieldId }) => {
  const text = useText();
  const language = useLanguage();
  const { form, expanded, select, place } = useEditing();
  return (
    <fieldset className="panel-group">
      <legend>{text('columns')}</legend>
      <ul>
        {columnsOf(form, id).map((column) => (
          <li key={column}><button type="button" className="link" onClick={() => select({ kind: 'field', id: column }, 'panel')}>{pick(expanded.fields.get(column)?.ui.label ?? { vi: column, en: column }, language)}</button></li>
        ))}
      </ul>
      <Select id={`column-${id}`} label={text('addColumn')} value="" options={[{ value: '', label: text('chooseKind') }, ...columnKinds.map((kind) => ({ value: kind, label: text(`kind_${kind}`) }))]} onChange={(kind) => kind && place({ kind: kind as NewKind, page: '', at: 0, row: `${id}[]` })} />
    </fieldset>
  );
};
