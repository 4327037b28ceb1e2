import { MapPin } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import type { NewWatch, Watches as Followed } from '../../server/api/watch.ts';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary, type PageError } from '../../ui/error-summary.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { dateTime } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { isProblem } from '../../ui/problem.ts';
import { PushPanel } from '../../ui/push/push-panel.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { Load } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useAct } from '../../ui/use-act.ts';
import { Said } from './said.tsx';
import { useText } from './words.ts';
import './alerts.css';

const radii = [300, 500, 1000, 3000, 5000] as const;

/** What is in sight before the rest is asked for: the places themselves stand below. */
const newest = 5;

const Told = ({ news }: { news: Followed['news'] }) => {
  const text = useText();
  return (
    <ul className="alert-told">
      {news.map(({ alert, number, act, at, place, headline, unread }) => (
        <li key={`${alert} ${number}`}>
          <p><Link className="alert-link" href={`/alerts/${alert}`}><Said text={headline} /></Link> {unread && <strong>{text('watchNew')}</strong>}</p>
          <p className="muted small">{text(act === 'publish' && number === 1 ? 'alertAct_first' : `alertAct_${act}`)} · {dateTime(at)} · {place}</p>
        </li>
      ))}
    </ul>
  );
};

const News = ({ news }: { news: Followed['news'] }) => {
  const text = useText();
  if (news.length === 0) return <EmptyState title={text('watchNoNews')}><p>{text('watchNoNewsHint')}</p></EmptyState>;
  const older = news.slice(newest);
  return (
    <>
      <Told news={news.slice(0, newest)} />
      {older.length > 0 && <details className="alerts-over"><summary>{text('watchOlder', { count: older.length })}</summary><Told news={older} /></details>}
    </>
  );
};

const Places = ({ watches, reload }: { watches: Followed['watches']; reload: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const drop = useAct(async (_key, id: string) => {
    await call('DELETE /api/watches/:id', { params: { id } });
    reload();
  });
  if (watches.length === 0) return <p>{text('watchNone')}</p>;
  return (
    <ul className="alert-told">
      {watches.map(({ id, name, unit, radius }) => (
        <li key={id} className="watch-place">
          <span><strong>{name}</strong> <span className="muted small">{unit ? pick(unit.name, language) : text('watchWithin', { radius: radius ?? 0 })}</span></span>
          <Button kind="quiet" busy={drop.busy} onClick={() => drop.run(id)}>{text('watchDrop')}<span className="visually-hidden">: {name}</span></Button>
        </li>
      ))}
    </ul>
  );
};

const Follow = ({ reload }: { reload: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const units = useResource('GET /api/units', { query: { kind: 'ward' } });
  const [way, setWay] = useState<'near' | 'unit'>('near');
  const [name, setName] = useState('');
  const [near, setNear] = useState('');
  const [radius, setRadius] = useState<(typeof radii)[number]>(500);
  const [unit, setUnit] = useState('');
  const [errors, setErrors] = useState<PageError[]>([]);
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message;
  const begin = useAct(async (key, body: NewWatch) => {
    try {
      await call('POST /api/watches', { body, key });
      setName('');
      setNear('');
      reload();
    } catch (error) {
      if (isProblem(error, 'invalid')) setErrors(error.errors.map(({ path, message }) => ({ id: path.endsWith('near') ? 'watch-near' : 'watch-name', message })));
      throw error;
    }
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(name.trim() ? [] : [{ id: 'watch-name', message: text('watchNameMissing') }]), ...(way === 'near' && !near.trim() ? [{ id: 'watch-near', message: text('watchNearMissing') }] : []),
      ...(way === 'unit' && !unit ? [{ id: 'watch-unit', message: text('watchUnitMissing') }] : []),
    ];
    setErrors(missing);
    if (missing.length === 0) begin.run(way === 'unit' ? { name: name.trim(), unit } : { name: name.trim(), near: near.trim(), radius });
  };
  const here = () => navigator.geolocation.getCurrentPosition(
    ({ coords }) => setNear(`${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`),
    () => setErrors([{ id: 'watch-near', message: text('watchNotLocated') }]),
    { enableHighAccuracy: true, timeout: 20_000 },
  );
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      {begin.problem && errors.length === 0 && <ProblemView error={begin.problem} />}
      <TextField id="watch-name" label={text('watchName')} hint={text('watchNameHint')} error={errorOf('watch-name')} autoComplete="off" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
      <Choices id="watch-way" legend={text('watchWay')} value={way} onChange={setWay} choices={[{ value: 'near', label: text('watchWay_near') }, { value: 'unit', label: text('watchWay_unit'), hint: text('watchWay_unitHint') }]} />
      {way === 'near' ? (
        <>
          <TextField id="watch-near" label={text('watchNear')} hint={text('watchNearHint')} error={errorOf('watch-near')} autoComplete="off" maxLength={300} value={near} onChange={(event) => setNear(event.target.value)} />
          {'geolocation' in navigator && <p><Button onClick={here}><Icon of={MapPin} /> {text('watchHere')}</Button></p>}
          <Field id="watch-radius" label={text('watchRadius')}>
            <select id="watch-radius" className="control control-short" value={radius} onChange={(event) => setRadius(Number(event.target.value) as (typeof radii)[number])}>
              {radii.map((metres) => <option key={metres} value={metres}>{metres < 1000 ? `${metres} m` : `${metres / 1000} km`}</option>)}
            </select>
          </Field>
        </>
      ) : (
        <Field id="watch-unit" label={text('watchUnit')} error={errorOf('watch-unit')}>
          <select id="watch-unit" className="control" value={unit} onChange={(event) => setUnit(event.target.value)}>
            <option value="">{text('watchUnitPick')}</option>
            {units.data?.units.map(({ id, name: called }) => <option key={id} value={id}>{pick(called, language)}</option>)}
          </select>
        </Field>
      )}
      <Button kind="main" type="submit" busy={begin.busy}>{text('watchBegin')}</Button>
    </form>
  );
};

const Mine = () => {
  const text = useText();
  const followed = useResource('GET /api/watches', {});
  const { data, reload } = followed;
  // What stands on the page now has been read; it stays marked as new until the page is left.
  const latest = data?.news[0]?.at;
  useEffect(() => {
    if (latest !== undefined) void call('PUT /api/watches/read', { body: { until: latest } }).catch(() => undefined);
  }, [latest]);
  return (
    <Page title={text('watchTitle')} back={<BackLink href="/alerts" label={text('alertsBack')} />}>
      <Load of={followed}>
        {({ watches, news }) => (
          <>
            <h2>{text('watchNews')}</h2>
            <News news={news} />
            <h2>{text('watchPlaces')}</h2>
            <Places watches={watches} reload={reload} />
          </>
        )}
      </Load>
      <PushPanel lead={text('watchPush')} brief />
      <h2>{text('watchAdd')}</h2>
      <Follow reload={reload} />
    </Page>
  );
};

/** Places that a citizen follows: what was told of them, and how to follow another. */
export const Watches = () => <SignedIn>{() => <Mine />}</SignedIn>;
