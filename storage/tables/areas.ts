import { table } from '../table.ts';

/** A residential area that a unit keeps in its register. Days are local dates, both ends included. */
export interface AreaRow {
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  /** Khu phố, ấp, tổ. */
  readonly kind: 'neighbourhood' | 'hamlet' | 'group';
  readonly name: { readonly vi: string; readonly en: string };
  /** Code and names, folded. */
  readonly search: string;
  /** server/planning/geometry.ts; its box beside it, in ten-millionths of a degree. */
  readonly geometry: unknown;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const areas = table<AreaRow>({
  name: 'areas',
  key: ['id'],
  unique: [['unitId', 'code']],
  columns: { id: 'text', unitId: 'text', code: 'text', kind: 'text', name: 'json', search: 'text', geometry: 'json', west: 'integer', south: 'integer', east: 'integer', north: 'integer', validFrom: 'text', validTo: 'text' },
});

/** A household of the register: personal data of whoever heads it, null once they are erased. */
export interface HouseholdRow {
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly address: string;
  readonly head: string | null;
  readonly members: number | null;
  /** Code, address and head, folded. */
  readonly search: string;
  /** Longitude and latitude in ten-millionths of a degree. */
  readonly x: number;
  readonly y: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const households = table<HouseholdRow>({
  name: 'households',
  key: ['id'],
  unique: [['unitId', 'code']],
  columns: { id: 'text', unitId: 'text', code: 'text', address: 'text', head: 'text', members: 'integer', search: 'text', x: 'integer', y: 'integer', validFrom: 'text', validTo: 'text' },
});

/** One person of a household: no more than who they are to it. They are erased with a press, and leave nothing. */
export interface HouseholdPersonRow {
  readonly id: string;
  readonly householdId: string;
  readonly unitId: string;
  readonly name: string;
  /** A day, or a year where no more is known. */
  readonly birth: string | null;
  /** To whoever heads it, as the register says it: `Chủ hộ`, `Vợ`, `Con`. */
  readonly relation: string | null;
}

export const householdPersons = table<HouseholdPersonRow>({
  name: 'householdPersons',
  key: ['id'],
  columns: { id: 'text', householdId: 'text', unitId: 'text', name: 'text', birth: 'text', relation: 'text' },
});

/** Who changed an area or a household and when: which fields, and not what stood in them, so that what is erased is gone. */
export interface AreaChangeRow {
  readonly id: string;
  readonly subject: string;
  readonly unitId: string;
  readonly at: string;
  readonly actor: string;
  readonly act: 'add' | 'change' | 'end' | 'reopen' | 'erase';
  readonly fields: readonly string[];
}

export const areaChanges = table<AreaChangeRow>({
  name: 'areaChanges',
  key: ['id'],
  columns: { id: 'text', subject: 'text', unitId: 'text', at: 'text', actor: 'text', act: 'text', fields: 'json' },
});

/** What a dossier is about besides its own data: an area, a household, another dossier, by its id. */
export interface DossierLinkRow {
  readonly dossierId: string;
  readonly kind: 'area' | 'household' | 'dossier';
  readonly target: string;
}

export const dossierLinks = table<DossierLinkRow>({
  name: 'dossierLinks',
  key: ['dossierId', 'kind', 'target'],
  columns: { dossierId: 'text', kind: 'text', target: 'text' },
});
