import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { firstMoment, officeDate } from '../../engine/calendar/office-day.ts';
import type { Parameter } from '../../procedures/procedure.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { BothTexts } from '../forms/both-texts.tsx';
import { Select } from '../process/panel/select.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { faultAt } from './fault-at.ts';

/** Something that a unit may set; in all procedures without one. */
export interface Settable {
  readonly procedure: string | null;
  readonly name: string;
  readonly kind: Parameter['kind'];
  readonly label: string;
  readonly hint: string | undefined;
  readonly needsDocument: boolean;
}

const blank = { vi: '', en: '' };

/** Sets something for a unit from a day on; what stood until then stays written. */
export const SetSomething = ({ unit, at, all, onDone }: { unit: string; at: string; all: readonly Settable[]; onDone: () => Promise<void> }) => {
  const text = useText();
  const [chosen, setChosen] = useState(0);
  const [words, setWords] = useState(blank);
  const [number, setNumber] = useState('');
  const [isSo, setSo] = useState<'yes' | 'no'>('yes');
  const [isBack, setBack] = useState<'set' | 'back'>('set');
  const [document, setDocument] = useState('');
  const [from, setFrom] = useState(officeDate(at));
  const [told, setTold] = useState<string>();
  const what = all[chosen]!;
  const value = isBack === 'back' ? null : what.kind === 'text' ? words : what.kind === 'number' ? Number(number) : isSo === 'yes';
  const setting = useAct(async (key) => {
    const { procedure, name } = what;
    await call('POST /api/units/:id/settings', { params: { id: unit }, body: { procedure, name, value, document: document.trim() || null, from: from === officeDate(at) ? at : firstMoment(from) }, key });
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
    if (isReady) setting.run();
  };
  const fault = (path: string) => faultAt(setting.problem, path);
  return (
    <details className="panel-more">
      <summary>{text('setSomething')}</summary>
      <form onSubmit={submit} noValidate>
        <Select id="set-what" label={text('settingWhat')} {...(what.hint && { hint: what.hint })} error={fault('/name')} value={String(chosen)} options={all.map(({ label }, index) => ({ value: String(index), label }))} onChange={(next) => setChosen(Number(next))} />
        <Choices id="set-back" legend={text('settingHow')} value={isBack} choices={[{ value: 'set', label: text('settingSet') }, { value: 'back', label: text('settingTakeBack') }]} onChange={setBack} />
        {isBack === 'set' && what.kind === 'text' && <BothTexts id="set-words" legend={text('settingValue')} value={words} onChange={setWords} />}
        {isBack === 'set' && what.kind === 'number' && <TextField id="set-number" inputMode="decimal" label={text('settingValue')} error={fault('/value')} value={number} onChange={(event) => setNumber(event.target.value)} />}
        {isBack === 'set' && what.kind === 'yesNo' && <Choices id="set-so" legend={text('settingValue')} value={isSo} choices={[{ value: 'yes', label: text('settingYes') }, { value: 'no', label: text('settingNo') }]} onChange={setSo} />}
        <div className="both">
          <TextField id="set-from" type="date" label={text('roleFrom')} error={fault('/from')} min={officeDate(at)} value={from} onChange={(event) => setFrom(event.target.value || officeDate(at))} />
          <TextField id="set-document" label={text('roleDocument')} hint={text('roleDocumentHint')} optional={!what.needsDocument} error={fault('/document')} value={document} onChange={(event) => setDocument(event.target.value.normalize('NFC'))} />
        </div>
        {setting.problem && !['/name', '/value', '/from', '/document'].some((path) => fault(path)) && <ProblemView error={setting.problem} />}
        <Button type="submit" busy={setting.busy} aria-disabled={!isReady}><Icon of={Plus} />{text('setNow')}</Button>
      </form>
      <div aria-live="polite">{told !== undefined && <Notice kind="done" title={told} />}</div>
    </details>
  );
};
