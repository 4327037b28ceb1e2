import { useState, type FormEvent } from 'react';
import type { AreaFields } from '../../server/api/area.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { Select } from '../worklist/filter-bar.tsx';
import { cornersOf, outlineIn } from './corners.ts';

const kinds = ['neighbourhood', 'hamlet', 'group'] as const;

interface AreaFormProps {
  /** What stands there; nothing yet for a new one. */
  readonly start: AreaFields | undefined;
  readonly act: string;
  readonly onSend: (fields: AreaFields, key: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** An area by hand. An outline of several parts comes by a file, and stays as it is. */
export const AreaForm = ({ start, act, onSend, onCancel }: AreaFormProps) => {
  const text = useText();
  const [said, setSaid] = useState({ code: start?.code ?? '', vi: start?.name.vi ?? '', en: start?.name.en ?? '', validFrom: start?.validFrom ?? '', corners: start === undefined ? '' : cornersOf(start.outline) });
  const [kind, setKind] = useState<string>(start?.kind ?? 'neighbourhood');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const send = useAct(async (key, fields: AreaFields) => onSend(fields, key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const outline = said.corners === undefined ? start?.outline : outlineIn(said.corners);
    const lacking = [...(['code', 'vi'] as const).filter((name) => said[name].trim() === ''), ...(isDay(said.validFrom) ? [] : ['validFrom']), ...(outline === undefined ? ['outline'] : [])];
    setMissing(lacking);
    if (lacking.length > 0 || outline === undefined) return;
    const [vi, en] = [said.vi.trim(), said.en.trim()];
    send.run({ code: said.code.trim(), kind: kind as AreaFields['kind'], name: { vi, en: en === '' ? vi : en }, outline, validFrom: said.validFrom });
  };
  const problem = (name: string, path = name) => (missing.includes(name) ? text(name === 'outline' ? 'outlineWrong' : 'fillIn') : send.problem?.errors.find((error) => error.path.replace(/^\//, '') === path)?.message);
  const set = (name: keyof typeof said) => ({ target }: { target: { value: string } }) => setSaid({ ...said, [name]: target.value });
  return (
    <form className="area-form" noValidate onSubmit={submit}>
      <TextField id="area-code" label={text('areaField_code')} value={said.code} error={problem('code')} onChange={set('code')} autoComplete="off" />
      <TextField id="area-vi" label={text('areaNameVi')} value={said.vi} error={problem('vi', 'name/vi')} onChange={set('vi')} autoComplete="off" />
      <TextField id="area-en" label={text('areaNameEn')} optional value={said.en} onChange={set('en')} autoComplete="off" />
      <Select id="area-kind" label={text('areaKind')} value={kind} options={kinds.map((value) => ({ value, label: text(`areaKind_${value}`) }))} onChange={setKind} />
      <DateField id="area-from" label={text('areaField_validFrom')} value={said.validFrom} error={problem('validFrom')} onChange={(validFrom) => setSaid({ ...said, validFrom })} />
      {said.corners === undefined ? <p className="muted">{text('outlineOfFile')}</p> : <TextArea id="area-corners" rows={6} label={text('areaField_outline')} hint={text('outlineHint')} value={said.corners} error={problem('outline')} onChange={set('corners')} />}
      {send.problem && <ActProblem problem={send.problem} />}
      <p className="row"><Button kind="main" type="submit" busy={send.busy}>{act}</Button><Button onClick={onCancel}>{text('notYet')}</Button></p>
    </form>
  );
};
