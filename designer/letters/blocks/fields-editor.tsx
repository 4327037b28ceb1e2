import { Check } from '../../../ui/choices.tsx';
import { Rows } from '../../about/rows.tsx';
import { useText } from '../../words.ts';
import { ConditionField } from '../condition-field.tsx';
import { MarkedText } from '../marked-text.tsx';
import type { BlockProps, Of } from './block-editor.tsx';

/** Lines of a label and a value. */
export const FieldsEditor = ({ id, block, put, lexicon }: BlockProps<'fields'>) => {
  const text = useText();
  const names = lexicon();
  return (
    <>
      <Check id={`${id}-numbered`} label={text('letterNumbered')} checked={block.numbered ?? false} onChange={(checked) => put(['numbered'], checked || undefined)} />
      <Rows items={block.fields} title={({ label, value }) => names.shown(`${label}: ${value}`)} add={text('letterAddLine')} fresh={(): Of<'fields'>['fields'][number] => ({ label: text('letterNewLine'), value: '{{ applicant.name }}' })} onChange={(next) => put(['fields'], next.length > 0 ? next : block.fields)}>
        {(field, index) => (
          <>
            <MarkedText id={`${id}-${index}-label`} label={text('letterLineLabel')} lexicon={names} value={field.label} onChange={(next) => put(['fields', index, 'label'], next)} />
            <MarkedText id={`${id}-${index}-value`} label={text('letterLineValue')} lexicon={names} value={field.value} onChange={(next) => put(['fields', index, 'value'], next)} />
            <ConditionField id={`${id}-${index}-when`} lexicon={names} value={field.when} onChange={(when) => put(['fields', index, 'when'], when)} />
          </>
        )}
      </Rows>
    </>
  );
};
