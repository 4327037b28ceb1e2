import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DesignerPackage, VersionView } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { TextArea } from '../../ui/field.tsx';
import { date, dateTime } from '../../ui/format.ts';
import { firstMoment } from '../../engine/calendar/office-day.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { standingOf } from '../package/bench.ts';
import { DraftProblem } from '../package/draft-problem.tsx';
import { comingOf } from './basis.ts';

/** The note, the day from which it applies, what becomes of versions that were to come, and the button. */
export const PublishForm = ({ opened, isReady, isTemplate, hash, onPublished }: { opened: DesignerPackage; isReady: boolean; /** Words of a template are left: citizens would read them. */ isTemplate: boolean; /** The name that the content would have; null while it is not known. */ hash: string | null; onPublished: (version: VersionView) => Promise<void> }) => {
  const text = useText();
  const [, go] = useLocation();
  const [note, setNote] = useState('');
  const [day, setDay] = useState('');
  const [isMeant, setMeant] = useState(false);
  const { key, draft, versions } = opened;
  const coming = comingOf(versions);
  // What the draft goes on from is taken to be replaced by it.
  const [off, setOff] = useState<readonly string[]>(coming.filter(({ hash }) => hash === draft.base).map(({ hash }) => hash));
  const publishing = useAct(async (idempotency) => {
    const said = note.normalize('NFC').trim();
    await onPublished(await call('POST /api/designer/procedures/:key/publish', {
      params: { key }, key: idempotency,
      body: { ...standingOf(draft), ...(said !== '' && { note: said }), ...(day !== '' && { from: firstMoment(day) }), ...(off.length > 0 && { callOff: [...off] }) },
    }));
  });
  // what is typed and no day never passes for none
  const isDated = day === '' || isDay(day);
  const mayPublish = isReady && isDated && (!isTemplate || isMeant);
  const number = (versions[0]?.number ?? 0) + 1;
  return (
    <>
      {coming.map(({ hash, number: theirs, from }) => (
        <div key={hash}>
          <Check
            id={`call-off-${theirs}`} label={text('callOffToo', { number: theirs, at: dateTime(from) })} checked={off.includes(hash)}
            onChange={(checked) => setOff(checked ? [...off, hash] : off.filter((one) => one !== hash))}
          />
          {!off.includes(hash) && <p className="muted">{text('comingStays', { number: theirs, at: dateTime(from) })}</p>}
        </div>
      ))}
      <TextArea id="publish-note" label={text('note')} hint={text('noteHint')} optional maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      <DateField id="publish-day" label={text('publishFrom')} hint={text('publishFromHint')} optional value={day} onChange={setDay} />
      {hash !== null && <p>{text('fingerprintOf')}: <code className="hash">{hash}</code> <span className="muted small">{text('fingerprintHint')}</span></p>}
      {isReady && isTemplate && <Check id="publish-template" label={text('publishTemplate')} checked={isMeant} onChange={setMeant} />}
      {publishing.problem && (
        <>
          <DraftProblem of={publishing} packageKey={key} />
          {publishing.problem.errors.length > 0 && <ul>{publishing.problem.errors.map(({ path, message }, index) => <li key={index}><code>{path}</code> {message}</li>)}</ul>}
        </>
      )}
      <div className="row">
        <Button kind="main" busy={publishing.busy} aria-disabled={!mayPublish} onClick={() => mayPublish && publishing.run()}>{day === '' || !isDated ? text('publish', { number }) : text('publishOn', { number, day: date(firstMoment(day)) })}</Button>
        <Button onClick={() => go(`/packages/${key}`)}>{text('goOnEditing')}</Button>
      </div>
    </>
  );
};
