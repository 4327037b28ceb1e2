import { Link } from 'wouter';
import type { HouseholdView } from '../../server/api/area.ts';
import { pick } from '../../ui/language.ts';
import { Table } from '../../ui/table.tsx';
import { useText } from '../words.ts';

const linkCell = ({ id, code, address }: HouseholdView) => <Link href={`/households/${id}`} className="search-link"><strong>{address}</strong><span className="number small">{code}</span></Link>;
const headCell = ({ head }: HouseholdView) => head ?? '–';
const membersCell = ({ members }: HouseholdView) => members ?? '–';
const areaCell = ({ area }: HouseholdView) => (area ? `${area.code} – ${pick(area.name)}` : '–');

export const HouseholdTable = ({ rows, caption }: { rows: readonly HouseholdView[]; caption: string }) => {
  const text = useText();
  return (
    <Table<HouseholdView> caption={caption} rows={rows} rowKey={({ id }) => id} columns={[
      { key: 'household', title: text('household'), heading: true, cell: linkCell },
      { key: 'head', title: text('householdHead'), cell: headCell },
      { key: 'members', title: text('householdMembers'), number: true, cell: membersCell },
      { key: 'area', title: text('areaCol'), cell: areaCell },
    ]} />
  );
};
