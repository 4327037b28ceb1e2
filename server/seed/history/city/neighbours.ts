import type { LocalText } from '../../../../engine/definition.ts';
import type { UnitRow } from '../../../../storage/tables/units.ts';
import { staff, type SamplePerson } from '../../people.ts';
import type { SampleShift } from '../../roster.ts';
import { sample, sampleUnits, unit } from '../../units.ts';
import { line, type GeoFeature, type Spot } from '../../ward-map/ground.ts';

/** A ward beside that of the stories. `corner`: where its south-west corner lies, in metres from that ward's own. */
export interface Neighbour { readonly commune: string; readonly code: string; readonly login: string; readonly flower: string; readonly surname: string; readonly corner: Spot }

/** Every name is made up and says so. */
export const neighbours: readonly Neighbour[] = [
  { commune: '99002', code: 'H29.991', login: 'mai', flower: 'Mai', surname: 'Trương', corner: [720, 0] },
  { commune: '99003', code: 'H29.992', login: 'cuc', flower: 'Cúc', surname: 'Hà', corner: [-480, 0] },
  { commune: '99004', code: 'H29.993', login: 'dao', flower: 'Đào', surname: 'Tống', corner: [0, 600] },
  { commune: '99005', code: 'H29.994', login: 'lan', flower: 'Lan', surname: 'Châu', corner: [0, -560] },
  { commune: '99006', code: 'H29.995', login: 'truc', flower: 'Trúc', surname: 'Khổng', corner: [720, 600] },
];

export const wardId = (commune: string): string => `ward-${commune}`;
export const nameOf = ({ flower }: Neighbour): LocalText => sample(`Phường ${flower} Mẫu`, `Sample ${flower} Ward`);

/** The ward, its counter and its police, but for those that the sample has without a past. */
export function unitsOf(neighbour: Neighbour): readonly UnitRow[] {
  const { commune, code, flower } = neighbour;
  const id = wardId(commune);
  const name = nameOf(neighbour);
  const all = [
    unit(id, code, name, 'ward', 'city'),
    unit(`${id}-counter`, `${code}.1`, sample(`Trung tâm Phục vụ hành chính công ${name.vi}`, `One-stop centre of ${flower} ward`), 'one-stop', id),
    unit(`${id}-police`, `${code}.2`, sample(`Công an ${name.vi}`, `Police of ${flower} ward`), 'commune-police', id),
  ];
  return all.filter((one) => sampleUnits.every((known) => known.id !== one.id));
}

/** Whom a ward needs from reception to result, with so many handlers. */
export function staffOf({ commune, login, flower, surname }: Neighbour, handlers: number): readonly SamplePerson[] {
  const id = wardId(commune);
  const [counter, police] = [`${id}-counter`, `${id}-police`];
  return [
    staff(`${login}-tiepnhan`, `${surname} Thị Tiếp Nhận`, 'Cán bộ tiếp nhận', ['receptionist', counter], ['result_officer', counter]),
    ...Array.from({ length: handlers }, (_, index) => staff(`${login}-thuly${index + 1}`, `${surname} ${['Văn Thụ Lý', 'Thị Thẩm Tra', 'Văn Địa Bàn'][index % 3]!}`, 'Chuyên viên', ['handler', id])),
    staff(`${login}-truongphong`, `${surname} Văn Trưởng Phòng`, 'Trưởng phòng Kinh tế, Hạ tầng và Đô thị', ['section_head', id]),
    staff(`${login}-lanhdao`, `${surname} Thị Chủ Tịch`, `Chủ tịch Ủy ban nhân dân Phường ${flower} Mẫu`, ['signer', id]),
    staff(`${login}-vanthu`, `${surname} Văn Văn Thư`, 'Văn thư', ['clerk', id]),
    staff(`${login}-congan1`, `${surname} Thị Cư Trú`, 'Cán bộ đăng ký cư trú', ['receptionist', police], ['handler', police]),
    staff(`${login}-congan2`, `${surname} Văn Trưởng Công An`, 'Trưởng công an phường', ['signer', police]),
  ];
}

/** Reports of the street come day and night: whoever handles them by day, another or the head of the section by night. */
export function shiftsOf({ commune, login, code }: Neighbour, handlers: number): readonly SampleShift[] {
  const id = wardId(commune);
  const note = `Máy trực ${code.slice(-1)} (giả định)`;
  return [
    { unitId: id, accountId: `account-${login}-thuly1`, from: 7, to: 19, note },
    { unitId: id, accountId: `account-${login}-${handlers > 1 ? 'thuly2' : 'truongphong'}`, from: 19, to: 31, note },
    { unitId: `${id}-counter`, accountId: `account-${login}-tiepnhan`, from: 7, to: 19, note: 'Tiếp nhận phản ánh (giả định)' },
  ];
}

interface OwnStreet { readonly name: string; readonly nameEn: string; readonly from: Spot; readonly to: Spot }
/** Metres: how large it is, and how far apart its streets are. */
const [wide, high] = [400, 360];

/** Four streets from west to east, the southernmost first, and three across them: the wharf, the market and the school have one each. */
export function streetsOf({ flower, corner: [x, y] }: Neighbour): { readonly across: readonly OwnStreet[]; readonly along: readonly OwnStreet[] } {
  return {
    across: [1, 2, 3, 4].map((number, row) => ({ name: `Đường ${flower} Mẫu ${number}`, nameEn: `Sample ${flower} ${number} Street`, from: [x - 15, y + row * 120], to: [x + wide + 15, y + row * 120] })),
    along: (['Bến', 'Chợ', 'Trường'] as const).map((place, column) => ({ name: `Đường ${place} ${flower} Mẫu`, nameEn: `Sample ${flower} ${['Wharf', 'Market', 'School'][column]!} Street`, from: [x + column * 200, y - 15], to: [x + column * 200, y + high + 15] })),
  };
}

/** Streets only: of these wards there is no map of parcels or plans. */
export const roadsAround = (): readonly GeoFeature[] => neighbours.flatMap((neighbour) => {
  const { across, along } = streetsOf(neighbour);
  return [...across, ...along].map(({ name, nameEn, from, to }) => line({ name, nameEn, width: 12, presentWidth: 12 }, [from, to]));
});
