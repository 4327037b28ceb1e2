import { MapPin } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type PageError } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { date } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { pathOf, type Asked } from './asked.ts';
import { useText } from './words.ts';

/** Three ways to ask, the one that most people know first. */
export const AskPlanning = ({ start }: { start?: Asked }) => {
  const text = useText();
  const [, go] = useLocation();
  const [address, setAddress] = useState((start && 'address' in start && start.address) || '');
  const [sheet, setSheet] = useState((start && 'sheet' in start && start.sheet) || '');
  const [parcel, setParcel] = useState((start && 'parcel' in start && start.parcel) || '');
  const [errors, setErrors] = useState<PageError[]>([]);
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message;
  const submit = (missing: readonly (PageError | undefined)[], asked: Asked) => (event: FormEvent) => {
    event.preventDefault();
    const found = missing.filter((error) => error !== undefined);
    setErrors(found);
    if (found.length === 0) go(pathOf(asked));
  };
  return (
    <>
      <ErrorSummary errors={errors} />
      <form noValidate onSubmit={submit([address.trim() ? undefined : { id: 'planning-address', message: text('byAddressMissing') }], { address: address.trim() })}>
        <TextField id="planning-address" label={text('byAddress')} hint={text('byAddressHint')} error={errorOf('planning-address')} enterKeyHint="search" autoComplete="off" value={address} maxLength={300} onChange={(event) => setAddress(event.target.value)} />
        <Button kind="main" type="submit">{text('lookUp')}</Button>
      </form>
      <h2>{text('byPlace')}</h2>
      <HereIAm />
      <h2>{text('byParcel')}</h2>
      <p className="field-hint">{text('byParcelHint')}</p>
      <form
        noValidate
        onSubmit={submit([sheet.trim() ? undefined : { id: 'planning-sheet', message: text('sheetMissing') }, parcel.trim() ? undefined : { id: 'planning-parcel', message: text('parcelMissing') }], { sheet: sheet.trim(), parcel: parcel.trim() })}
      >
        <div className="planning-pair">
          <TextField id="planning-sheet" label={text('sheet')} error={errorOf('planning-sheet')} autoComplete="off" value={sheet} maxLength={12} onChange={(event) => setSheet(event.target.value)} />
          <TextField id="planning-parcel" label={text('parcel')} error={errorOf('planning-parcel')} autoComplete="off" value={parcel} maxLength={12} onChange={(event) => setParcel(event.target.value)} />
        </div>
        <Button type="submit">{text('lookUp')}</Button>
      </form>
    </>
  );
};

const HereIAm = () => {
  const text = useText();
  const [, go] = useLocation();
  const [finding, setFinding] = useState<'no' | 'busy' | 'failed'>('no');
  const find = () => {
    if (!('geolocation' in navigator)) return setFinding('failed');
    setFinding('busy');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => go(pathOf({ latitude: Number(coords.latitude.toFixed(6)), longitude: Number(coords.longitude.toFixed(6)) })),
      () => setFinding('failed'),
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  };
  return (
    <>
      <p className="field-hint">{text('byPlaceHint')}</p>
      <Button busy={finding === 'busy'} onClick={find}><Icon of={MapPin} /> {text('here')}</Button>
      <output className={finding === 'failed' ? 'planning-told' : 'visually-hidden'}>{finding === 'no' ? '' : text(finding === 'busy' ? 'finding' : 'notLocated')}</output>
    </>
  );
};

/** Which maps answer, and an example where they are made up. */
export const MapsThereAre = () => {
  const text = useText();
  const language = useLanguage();
  const data = useResource('GET /api/planning', {});
  return (
    <section>
      <h2>{text('data')}</h2>
      <Load of={data}>
        {({ layers, example }) => (
          <>
            {layers.length === 0 && <p>{text('noData')}</p>}
            {example && <p><Link href={pathOf({ sheet: example.sheet, parcel: example.parcel })}>{text('example', { address: example.address ?? text('parcelNamed', { sheet: example.sheet, parcel: example.parcel }) })}</Link></p>}
            <ul className="small">
              {layers.map(({ name, title, source, sourceDate, version, validFrom }) => (
                <li key={name}>
                  {pick(title, language)}: <span className="muted">{text('sourceOf', { source, date: date(sourceDate), version, from: date(validFrom) })}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Load>
    </section>
  );
};
