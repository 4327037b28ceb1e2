import { Map as MapIcon, MapPin } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Json } from '../../../engine/state.ts';
import { Button } from '../../../ui/button.tsx';
import { isObject } from '../../field-path.ts';
import { formatPoint, parsePoint } from '../../place.ts';
import { controlId, useAsking } from '../asking.ts';
import { Frame } from '../frame.tsx';
import type { WidgetProps } from '../widget.ts';

type Whole = Readonly<Record<string, Json>>;

const written = ({ latitude, longitude }: Whole): string =>
  typeof latitude === 'number' && typeof longitude === 'number' ? formatPoint({ latitude, longitude }) : typeof latitude === 'string' ? latitude : '';

/** What cannot be read stays as it is in place of the latitude, for the validator to complain of. */
const read = (text: string): Whole => (text.trim() === '' ? {} : { ...(parsePoint(text) ?? { latitude: text }) });

// Who tells a place in words needs no map: it comes when it is asked for.
const PlaceMap = lazy(async () => ({ default: (await import('./place-map.tsx')).PlaceMap }));

/** A place in three ways, one of which is enough: coordinates, also put on a map, an address, or words. A map is never needed. */
export function PlaceWidget({ field, path, value, onChange, ask }: WidgetProps) {
  const { expanded, errors, readOnly, say } = useAsking();
  const [typed, setTyped] = useState<string>();
  const [mapped, setMapped] = useState(false);
  const [finding, setFinding] = useState<'no' | 'busy' | 'failed'>('no');
  const whole: Whole = isObject(value) ? value : {};
  const keep = (next: Whole) => onChange(Object.keys(next).length > 0 ? next : undefined);
  const point = (text: string) => {
    const { latitude: _one, longitude: _other, ...others } = whole;
    keep({ ...others, ...read(text) });
  };
  const find = () => {
    setFinding('busy');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFinding('no');
        setTyped(undefined);
        point(formatPoint(coords));
      },
      () => setFinding('failed'),
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  };
  const { latitude: north, longitude: east, address: said } = whole;
  const latitude = expanded.fields.get(`${field.id}.latitude`);
  const at = `${path}.latitude`;
  return (
    <>
      {latitude && (
        <Frame field={latitude} path={at} id={controlId(at)} framing="label">
          {(describedBy) => (
            <span className="form-place">
              <input
                id={controlId(at)} className="control control-short" type="text" autoComplete="off" spellCheck={false} readOnly={readOnly}
                value={typed !== undefined && written(read(typed)) === written(whole) ? typed : written(whole)}
                aria-invalid={errors.has(at) || undefined}
                aria-describedby={describedBy}
                onChange={({ target }) => {
                  setTyped(target.value);
                  point(target.value);
                }}
                onBlur={() => setTyped(undefined)}
              />
              {!readOnly && 'geolocation' in navigator && <Button busy={finding === 'busy'} onClick={find}><MapPin className="icon" aria-hidden="true" /> {say('hereIAm')}</Button>}
            </span>
          )}
        </Frame>
      )}
      <output className={finding === 'no' ? 'visually-hidden' : 'form-note'}>{finding === 'no' ? '' : say(finding === 'busy' ? 'locating' : 'notLocated')}</output>
      {!readOnly && (
        <p><Button aria-expanded={mapped} onClick={() => setMapped(!mapped)}><MapIcon className="icon" aria-hidden="true" /> {say(mapped ? 'mapClose' : 'mapOpen')}</Button></p>
      )}
      {!readOnly && mapped && (
        <Suspense fallback={<p className="muted">{say('mapLoading')}</p>}>
          <PlaceMap
            point={typeof north === 'number' && typeof east === 'number' ? { latitude: north, longitude: east } : undefined} address={typeof said === 'string' ? said : ''}
            onPoint={(next) => {
              setTyped(undefined);
              point(formatPoint(next));
            }}
          />
        </Suspense>
      )}
      {['address', 'words'].map((key) => {
        const part = expanded.fields.get(`${field.id}.${key}`);
        return part && ask(key, {
          field: part,
          path: `${path}.${key}`,
          value: whole[key],
          onChange: (next) => {
            const { [key]: _, ...others } = whole;
            keep(next === undefined ? others : { ...others, [key]: next });
          },
        });
      })}
    </>
  );
}
