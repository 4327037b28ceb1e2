import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { UnitSettings } from '../../server/api/unit-setting.ts';
import { call } from '../api.ts';
import { Button } from '../button.tsx';
import { Choices } from '../choices.tsx';
import { DateField } from '../date-field.tsx';
import { isDay } from '../day.ts';
import { faultAt } from '../fault-at.ts';
import { Field, TextField } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { Notice } from '../notice.tsx';
import { ProblemView } from '../problem-view.tsx';
import { useAct } from '../use-act.ts';
import { useText } from './words.ts';

/** Something that a unit may set; in all procedures without one. */
export interface Settable {
  readonly procedure: string | null;
  readonly name: string;
  readonly kind: UnitSettings['procedures'][number]['parameters'][number]['kind'];
  readonly label: string;
  readonly hint: string | undefined;
  readonly needsDocument: boolean;
}

const blank = { vi: '', en: '' };

/** Sets something for a unit from a day on; what stood until then stays written. */
export const SetSomething = ({ unit, today, all, onDone }: { unit: string; today: string; all: readonly Settable[]; onDone: () => Promise<unknown> }) => {
  const text = useText();
  const [chosen, setChosen] = useState(0);
  const [words, setWords] = useState(blank);
  const [number, setNumber] = useState('');
  const [isSo, setSo] = useState<'yes' | 'no'>('yes');
  const [isBack, setBack] = useState<'set' | 'back'>('set');
  const [document, setDocument] = useState('');
  const [from, setFrom] = useState(today);
  const [told, setTold] = useState<string>();
  const what = all[chosen]!;
  const value = isBack === 'back' ? null : what.kind === 'text' ? words : what.kind === 'number' ? Number(number) : isSo === 'yes';
  const setting = useAct(async (key) => {
    const { procedure, name } = what;
    await call('POST /api/units/:id/settings', { params: { id: unit }, body: { procedure, name, value, document: document.trim() || null, from: new Date(`${from}T00:00:00+07:00`).toISOString() }, key });
    setTold(text('settingDone', { what: what.label }));
    setWords(blank);
    setNumber('');
    setDocument('');
    await onDone();
  });
  const isReady = isBack === 'back' || (what.kind === 'text' ? words.vi.trim() !== '' && words.en.trim() !== '' : what.kind !== 'number' || /^-?\d+(\.\d+)?$/.test(number.trim()));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTold(undefined);
    if (isReady && isDay(from)) setting.run();
  };
  const fault = (path: string) => faultAt(setting.problem, path);
  return (
    <details className="panel-more">
      <summary>{text('setSomething')}</summary>
      <form onSubmit={submit} noValidate>
        <Field id="set-what" label={text('settingWhat')} hint={what.hint} error={fault('/name')}>
          <select id="set-what" className="control" value={String(chosen)} aria-describedby={what.hint ? 'set-what-hint' : undefined} onChange={(event) => setChosen(Number(event.target.value))}>
            {all.map(({ procedure, name, label }, index) => <option key={`${procedure} ${name}`} value={String(index)}>{label}</option>)}
          </select>
        </Field>
        <Choices id="set-back" legend={text('settingHow')} value={isBack} choices={[{ value: 'set', label: text('settingSet') }, { value: 'back', label: text('settingTakeBack') }]} onChange={setBack} />
        {isBack === 'set' && what.kind === 'text' && (
          <div className="both">
            {(['vi', 'en'] as const).map((one) => <TextField key={one} id={`set-words-${one}`} lang={one} label={`${text('settingValue')}: ${text(one === 'vi' ? 'settingVi' : 'settingEn')}`} value={words[one]} onChange={(event) => setWords({ ...words, [one]: event.target.value.normalize('NFC') })} />)}
          </div>
        )}
        {isBack === 'set' && what.kind === 'number' && <TextField id="set-number" inputMode="decimal" label={text('settingValue')} error={fault('/value')} value={number} onChange={(event) => setNumber(event.target.value)} />}
        {isBack === 'set' && what.kind === 'yesNo' && <Choices id="set-so" legend={text('settingValue')} value={isSo} choices={[{ value: 'yes', label: text('settingYes') }, { value: 'no', label: text('settingNo') }]} onChange={setSo} />}
        <div className="both">
          <DateField id="set-from" label={text('settingFrom')} error={fault('/from')} min={today} value={from} onChange={setFrom} />
          <TextField id="set-document" label={text('settingDocument')} hint={text('settingDocumentHint')} optional={!what.needsDocument} error={fault('/document')} value={document} onChange={(event) => setDocument(event.target.value.normalize('NFC'))} />
        </div>
        {setting.problem && !['/name', '/value', '/from', '/document'].some((path) => fault(path)) && <ProblemView error={setting.problem} />}
        <Button type="submit" busy={setting.busy} aria-disabled={!isReady}><Icon of={Plus} />{text('setNow')}</Button>
      </form>
      <div aria-live="polite">{told !== undefined && <Notice kind="done" title={told} />}</div>
    </details>
  );
};
