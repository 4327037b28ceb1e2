import type { PlanningQuery } from '../../server/api/planning.ts';

/** The three ways to ask, as the address of the page holds them: an answer can be kept, shared and gone back to. */
export type Asked = Pick<PlanningQuery, 'latitude' | 'longitude'> | Pick<PlanningQuery, 'sheet' | 'parcel'> | Pick<PlanningQuery, 'address'>;

export const askedIn = (search: URLSearchParams): Asked | undefined => {
  const said = (name: string) => search.get(name)?.trim() || undefined;
  const [address, sheet, parcel] = [said('address'), said('sheet'), said('parcel')];
  const [latitude, longitude] = [Number(said('latitude')), Number(said('longitude'))];
  if (address) return { address };
  if (sheet && parcel) return { sheet, parcel };
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : undefined;
};

export const pathOf = (asked: Asked): string => `/planning?${new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))}`;
