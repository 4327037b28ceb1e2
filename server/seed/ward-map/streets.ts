/** `at`: where its middle lies, in metres. `present`: how wide it is today; `planned`: between the red lines. */
export interface Street { readonly name: string; readonly nameEn: string; readonly at: number; readonly present: number; readonly planned: number }

const street = (at: number, name: string, nameEn: string, present = 12, planned = 12): Street => ({ at, name: `Đường ${name}`, nameEn: `${nameEn} Street`, present, planned });

/** From west to east, the southernmost first. Every name is made up and says so. */
export const across: readonly Street[] = [
  street(0, 'Mẫu Một', 'Sample One'), street(48, 'Mẫu Hai', 'Sample Two'), street(96, 'Mẫu Ba', 'Sample Three', 12, 16), street(144, 'Mẫu Bốn', 'Sample Four'), street(192, 'Mẫu Năm', 'Sample Five'),
  { at: 248, name: 'Đại lộ Sen Mẫu', nameEn: 'Sample Lotus Avenue', present: 20, planned: 30 },
  street(304, 'Mẫu', 'Sample'), street(352, 'Mẫu Sáu', 'Sample Six'), street(400, 'Mẫu Bảy', 'Sample Seven'), street(448, 'Mẫu Tám', 'Sample Eight', 10, 12), street(496, 'Mẫu Chín', 'Sample Nine'),
];

/** From south to north, the westernmost first. */
export const along: readonly Street[] = [
  street(0, 'Hoa Sen Mẫu', 'Sample Lotus'), street(160, 'Hoa Mai Mẫu', 'Sample Apricot'), street(320, 'Hoa Cúc Mẫu', 'Sample Daisy', 14, 20), street(480, 'Hoa Đào Mẫu', 'Sample Peach'), street(640, 'Hoa Lan Mẫu', 'Sample Orchid'),
];

/** The quarter between two streets each way: by how many streets lie south and west of it. */
export interface Quarter { readonly row: number; readonly column: number }

/** What stands where there are no houses, by quarter; `rows` quarters high. */
export const institutions: readonly (Quarter & { readonly rows: number; readonly kind: 'park' | 'school' | 'market' | 'industry' })[] = [
  { row: 6, column: 1, rows: 1, kind: 'park' }, { row: 2, column: 2, rows: 1, kind: 'school' }, { row: 3, column: 0, rows: 1, kind: 'market' }, { row: 7, column: 3, rows: 3, kind: 'industry' },
];

export const institutionAt = ({ row, column }: Quarter) => institutions.find((one) => one.column === column && row >= one.row && row < one.row + one.rows);
