import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { MapAround } from '../../../server/api/map.ts';
import { call } from '../../../ui/api.ts';
import { Button } from '../../../ui/button.tsx';
import { RoadMap } from '../../../ui/map/road-map.tsx';
import type { Point } from '../../place.ts';
import { useAsking } from '../asking.ts';

interface PlaceMapProps {
  readonly point: Point | undefined;
  /** The address as typed so far. */
  readonly address: string;
  readonly onPoint: (point: Point) => void;
}

/** Metres from the middle of the map to its edge, from close by to the ward. */
const reaches = [100, 200, 400, 800, 1600] as const;
const usual = 2;
/** What the arrows move it by, as a share of the way to the edge. */
const stride = 1 / 20;
const moves = [['mapNorth', 0, 1], ['mapSouth', 0, -1], ['mapWest', -1, 0], ['mapEast', 1, 0]] as const;

type Shown = { readonly map: MapAround } | { readonly failed: true } | undefined;

/** The installation's own roads, to put the point on: by tapping, by the address, or step by step with buttons. Coordinates, address and words do as well. */
export function PlaceMap({ point, address, onPoint }: PlaceMapProps) {
  const { say } = useAsking();
  const [shown, setShown] = useState<Shown>();
  const [level, setLevel] = useState(usual);
  const [told, setTold] = useState('');
  const asked = useRef(0);

  const load = async (query: Partial<Point> & { readonly address?: string }, at: number): Promise<MapAround | undefined> => {
    const turn = (asked.current += 1);
    try {
      const map = await call('GET /api/map', { query: { ...query, reach: reaches[at] ?? reaches[usual] } });
      // What was asked for later counts.
      if (turn === asked.current) setShown({ map });
      return map;
    } catch {
      if (turn === asked.current) setShown({ failed: true });
      return undefined;
    }
  };
  const first = useRef(() => load(point ?? (address.trim() === '' ? {} : { address: address.trim() }), usual));
  useEffect(() => void first.current(), []);

  const map = shown && 'map' in shown ? shown.map : undefined;
  const centre = (): Point | undefined => point ?? (map && { latitude: (map.north + map.south) / 2, longitude: (map.east + map.west) / 2 });
  const put = (next: Point) => {
    const kept = { latitude: Number(next.latitude.toFixed(6)), longitude: Number(next.longitude.toFixed(6)) };
    onPoint(kept);
    setTold(say('mapPut', { what: `${kept.latitude}, ${kept.longitude}` }));
    return kept;
  };
  const pick = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    const svg = currentTarget.querySelector('svg');
    const matrix = svg?.getScreenCTM();
    if (!map || !matrix) return;
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    if (x < 0 || y < 0 || x > map.map.width || y > map.map.height) return;
    put({ latitude: map.north - (y / map.map.height) * (map.north - map.south), longitude: map.west + (x / map.map.width) * (map.east - map.west) });
  };
  const move = (east: number, north: number) => {
    const from = centre();
    if (!map || !from) return;
    const next = put({ latitude: from.latitude + north * stride * (map.north - map.south) / 2, longitude: from.longitude + east * stride * (map.east - map.west) / 2 });
    if (next.latitude > map.north || next.latitude < map.south || next.longitude > map.east || next.longitude < map.west) void load(next, level);
  };
  const zoom = (by: 1 | -1) => {
    const next = Math.min(reaches.length - 1, Math.max(0, level + by));
    setLevel(next);
    void load(centre() ?? {}, next);
  };
  const find = async () => {
    const found = await load({ address: address.trim() }, level);
    if (found?.found) put(found.found);
    else if (found) setTold(say('mapNoAddress', { what: address.trim() }));
  };
  if (shown === undefined) return <p className="muted">{say('mapLoading')}</p>;
  if (!map) return <p className="form-note" role="alert">{say('mapFailed')}</p>;
  const [x, y] = point === undefined ? [] : [((point.longitude - map.west) / (map.east - map.west)) * map.map.width, ((map.north - point.latitude) / (map.north - map.south)) * map.map.height];
  return (
    <div className="form-map">
      <p className="field-hint">{say(map.map.roads.length === 0 ? 'mapEmpty' : 'mapHint')}</p>
      <div className="form-map-sheet" onPointerUp={pick}>
        <RoadMap map={map.map} label={say(point ? 'mapWithPoint' : 'mapWithout')} numbers={[]}>
          {() => null}
        </RoadMap>
        {x !== undefined && y !== undefined && x >= 0 && y >= 0 && x <= map.map.width && y <= map.map.height && (
          <span className="form-map-pin" aria-hidden="true" style={{ insetInlineStart: `${(x / map.map.width) * 100}%`, insetBlockStart: `${(y / map.map.height) * 100}%` }} />
        )}
      </div>
      <p className="row" role="group" aria-label={say('mapMove')}>
        {moves.map(([word, east, north]) => <Button small key={word} onClick={() => move(east, north)}>{say(word)}</Button>)}
      </p>
      <p className="row">
        <Button small aria-disabled={level === 0} onClick={() => zoom(-1)}>{say('mapCloser')}</Button>
        <Button small aria-disabled={level === reaches.length - 1} onClick={() => zoom(1)}>{say('mapFarther')}</Button>
        {address.trim() !== '' && <Button small onClick={() => void find()}>{say('mapFind')}</Button>}
      </p>
      <output className="small">{told}</output>
    </div>
  );
}
