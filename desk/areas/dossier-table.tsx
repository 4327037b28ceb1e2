import { Link } from 'wouter';
import type { DossierRow } from '../../server/api/desk.ts';
import { ClockState } from '../../ui/clock-view.tsx';
import { pick } from '../../ui/language.ts';
import { Table } from '../../ui/table.tsx';
import { StateChip } from '../dossier/state-chip.tsx';
import { useText } from '../words.ts';
import '../search/search.css';

const nameCell = ({ id, code, subject, procedure }: DossierRow) => <Link href={`/dossiers/${id}`} className="search-link"><strong>{subject ?? pick(procedure.name)}</strong><span className="number small">{code}</span></Link>;
const procedureCell = ({ procedure }: DossierRow) => pick(procedure.name);
const stateCell = ({ state }: DossierRow) => <StateChip state={state} />;
const dueCell = ({ clock }: DossierRow) => <ClockState {...clock} />;

/** Dossiers that belong to an area or a household, in few words. */
export const DossierTable = ({ rows, caption, none }: { rows: readonly DossierRow[]; caption: string; none: string }) => {
  const text = useText();
  if (rows.length === 0) return <><h2>{caption}</h2><p className="muted">{none}</p></>;
  return (
    <Table<DossierRow> caption={caption} rows={rows} rowKey={({ id }) => id} columns={[
      { key: 'dossier', title: text('colDossier'), heading: true, cell: nameCell },
      { key: 'procedure', title: text('byProcedure'), cell: procedureCell },
      { key: 'state', title: text('colState'), cell: stateCell },
      { key: 'due', title: text('colDue'), cell: dueCell },
    ]} />
  );
};
