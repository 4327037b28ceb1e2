import type { FieldId, Source } from '../../../forms/form.ts';
import { Committed } from '../../process/panel/committed.tsx';
import { Select } from '../../process/panel/select.tsx';
import { useText } from '../../words.ts';
import { setSource, setUi } from '../edit/field.ts';
import { useEditing } from '../editing.ts';

const marks = ['verified', 'general-knowledge', 'design'] as const satisfies readonly Source['mark'][];
const known = ['name', 'idNo', 'phone', 'email'] as const;
/** Proposed, by their names in the law; any other may be written. */
const registers = ['people', 'land', 'business'] as const;

/** By what right the question is asked, and where its answer may come from by itself. */
export const SourceEditor = ({ id }: { id: FieldId }) => {
  const text = useText();
  const { form, change } = useEditing();
  const source: Source = form.sources[id] ?? { basis: '', mark: 'design' };
  const prefill = form.ui.fields[id]?.prefill ?? '';
  const put = (part: Partial<Source>) => change(setSource(form, id, { ...source, ...part }));
  return (
    <fieldset className="panel-group">
      <legend>{text('whereFrom')}</legend>
      <div className="both">
        <Committed id={`basis-${id}`} label={text('fieldBasis')} hint={text('fieldBasisHint')} value={source.basis} onCommit={(basis) => put({ basis })} />
        <Select id={`basis-mark-${id}`} label={text('mark')} hint={text('markHint')} value={source.mark} options={marks.map((mark) => ({ value: mark, label: text(`mark_${mark}`) }))} onChange={(mark) => put({ mark: mark as Source['mark'] })} />
      </div>
      <div className="both">
        <Committed id={`register-${id}`} label={text('register')} hint={text('registerHint')} optional value={source.register ?? ''} list="registers" onCommit={(register) => put({ register, basis: source.basis || text('basisNotYet') })} />
        <Select
          id={`prefill-${id}`} label={text('prefill')} hint={text('prefillHint')} value={prefill}
          options={[{ value: '', label: text('prefillNone') }, ...known.map((name) => ({ value: `applicant.${name}`, label: text(`prefill_${name}`) }))]}
          onChange={(next) => change(setUi(form, id, { prefill: next === '' ? undefined : next }))}
        />
      </div>
      <datalist id="registers">{registers.map((register) => <option key={register} value={text(`register_${register}`)}>{text(`register_${register}`)}</option>)}</datalist>
    </fieldset>
  );
};
