import type { PlanLayerRow } from '../../storage/tables/plan-layers.ts';
import type { LayerView, ParcelView, RoadView, WorksView, ZoneView } from '../api/planning.ts';
import type { LocalText } from '../api/shape.ts';
import type { Parcel, Road, Works, Zone } from './layer-file.ts';

export const layerView = ({ name, title, kind, version, validFrom, validTo, source, sourceDate, sample }: PlanLayerRow): LayerView => ({ name, title, kind, version, validFrom, validTo, source, sourceDate, sample });

/** Where a map has no English, its Vietnamese stands. */
const said = (vi: string, en: string | undefined): LocalText => ({ vi, en: en ?? vi });
const maybe = (vi: string | undefined, en: string | undefined): LocalText | null => (vi === undefined ? null : said(vi, en));
const tenths = (metres: number): number => Math.round(metres * 10) / 10;

export const parcelView = ({ sheet, parcel, houseNo, street, area, use, useEn }: Parcel): ParcelView => ({
  sheet, parcel, address: street === undefined ? null : `${houseNo === undefined ? '' : `${houseNo} `}${street}`, area: area ?? null, use: maybe(use, useEn),
});

export const zoneView = (zone: Zone, share: number | null, layer: number): ZoneView => ({
  code: zone.code, name: said(zone.name, zone.nameEn), planState: zone.planState, building: zone.building, meaning: maybe(zone.meaning, zone.meaningEn), share,
  density: zone.density ?? null, floors: zone.floors ?? null, floorsLeast: zone.floorsLeast ?? null, coefficient: zone.coefficient ?? null, height: zone.height ?? null, setback: zone.setback ?? null,
  managedBy: zone.managedBy ?? null, note: maybe(zone.note, zone.noteEn), decision: zone.decision ?? null, decisionDate: zone.decisionDate ?? null, layer,
});

/** `fromMiddle`: metres from the land to the road's middle line. */
export const roadView = (road: Road, fromMiddle: number, layer: number): RoadView => ({
  name: said(road.name, road.nameEn), width: road.width, presentWidth: road.presentWidth ?? null,
  over: tenths(Math.max(0, road.width / 2 - fromMiddle)), away: tenths(Math.max(0, fromMiddle - road.width / 2)), decision: road.decision ?? null, layer,
});

export const worksView = (works: Works, away: number, layer: number): WorksView => ({
  name: said(works.name, works.nameEn), stage: works.stage, away: tenths(away), from: works.from ?? null, to: works.to ?? null, note: maybe(works.note, works.noteEn), decision: works.decision ?? null, layer,
});
