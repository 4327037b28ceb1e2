import { useState, type FormEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { TextField } from '../../ui/field.tsx';
import { date } from '../../ui/format.ts';
import { useText } from '../words.ts';
import { isCode, replaceFault, type Code } from './code-days.ts';

const blank = { code: '', from: '', source: '' };

/** Another number instead of this one from a day on: the former ends the day before. */
export const ReplaceCode = ({ id, former, onReplace }: { id: string; former: Code; onReplace: (next: Code & { readonly from: string }) => void }) => {
  const text = useText();
  const [said, setSaid] = useState(blank);
  const [tried, setTried] = useState(false);
  const late = isDay(said.from) ? replaceFault(former, said.from) : undefined;
  const faults = {
    code: isCode(said.code.trim()) ? (said.code.trim() === former.code ? text('codeSame') : undefined) : text('codeFault'),
    from: !isDay(said.from) ? text('codeFromMissing') : late === 'never' ? text('codeNever', { day: date(former.from ?? '') }) : late === 'over' ? text('codeOver', { day: date(former.to ?? '') }) : undefined,
    source: said.source.trim() === '' ? text('codeSourceMissing') : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWhole = Object.values(faults).every((fault) => fault === undefined);
    setTried(!isWhole);
    if (!isWhole) return;
    onReplace({ code: said.code.trim(), from: said.from, source: said.source.normalize('NFC').trim(), mark: 'design' });
    setSaid(blank);
  };
  return (
    <details className="panel-more">
      <summary>{text('replaceCode', { code: former.code })}</summary>
      <form onSubmit={submit} noValidate>
        <div className="both">
          <TextField id={`${id}-next`} label={text('nextCode')} hint={text('nationalCodeHint')} error={tried ? faults.code : undefined} value={said.code} autoComplete="off" onChange={({ target }) => setSaid({ ...said, code: target.value })} />
          <DateField id={`${id}-next-from`} label={text('valid_from')} error={tried ? faults.from : undefined} value={said.from} onChange={(from) => setSaid({ ...said, from })} />
        </div>
        <TextField id={`${id}-next-source`} label={text('source')} hint={text('sourceHint')} error={tried ? faults.source : undefined} value={said.source} onChange={({ target }) => setSaid({ ...said, source: target.value })} />
        <Button small type="submit">{text('replaceCodeNow')}</Button>
      </form>
    </details>
  );
};
