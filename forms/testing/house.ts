import type { Data } from '../../engine/state.ts';
import type { Catalogues, Form } from '../form.ts';
import file from './house.json' with { type: 'json' };

/** A small construction form that uses every widget and every kind of rule. */
export const house = file as unknown as Form;
export const at = '2026-11-22T03:00:00Z';

/** Fictional communes. */
export const catalogues: Catalogues = {
  communes: [
    { value: '99001', label: { vi: 'Phường Bến Mẫu', en: 'Ben Mau ward' } },
    { value: '99002', label: { vi: 'Phường Sông Mẫu', en: 'Song Mau ward' } },
    { value: '99003', label: { vi: 'Xã Vườn Mẫu', en: 'Vuon Mau commune' } },
  ],
};

export const drawing = { file: 'f-1', name: 'Bản vẽ mặt bằng.pdf', size: 1_258_291, type: 'application/pdf', sha256: 'ab'.repeat(32) };

/** A complete answer of a fictional owner. */
export const answer: Data = {
  permitKind: 'new',
  owner: {
    kind: 'individual',
    name: 'Nguyễn Thị Mẫu',
    idNo: '079099000001',
    phone: '0901234567',
    address: { province: '79', commune: '99001', street: 'Đường Số Mẫu', houseNo: '12/3' },
  },
  site: { parcels: ['12', '13-1'], mapSheetNo: '5', landArea: 80, certDate: '2019-03-27', place: { address: '12/3 Đường Số Mẫu', latitude: 10.776912, longitude: 106.700981 }, adjoining: false },
  work: { grade: 'III', footprint: 60, totalFloor: 120, floors: [{ name: 'ground', area: 60, height: 3.6 }, { name: 'upper', area: 60 }], cost: 1_500_000_000, months: 8 },
  drawings: [drawing],
  declaration: true,
};
