import { Link } from 'wouter';
import type { BegunRow } from '../../server/api/begun.ts';
import { ClockState } from '../../ui/clock-view.tsx';
import { date, dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { StateChip } from '../dossier/state-chip.tsx';
import { useText } from '../words.ts';
import { useHolderName } from './use-holder-name.ts';
import '../search/search.css';

const whatCell = ({ id, code, subject, procedure }: BegunRow) => (
  <Link href={`/dossiers/${id}`} className="search-link"><strong>{subject ?? pick(procedure.name)}</strong><span className="number small">{code}</span></Link>
);
const stateCell = ({ state }: BegunRow) => <StateChip state={state} />;
const Due = ({ clock }: Pick<BegunRow, 'clock'>) => {
  const text = useText();
  const before = clock.earlier.at(-1);
  return (
    <span className="search-link">
      <ClockState {...clock} />
      {clock.dueAt && <span className="small muted">{clock.status === 'ended' ? date(clock.dueAt) : dateTime(clock.dueAt)}</span>}
      {before && <span className="small muted">{text('dueEarlier', { at: dateTime(before.dueAt), until: dateTime(before.until) })}</span>}
    </span>
  );
};
const dueCell = ({ clock }: BegunRow) => <Due clock={clock} />;

const Turns = ({ turns }: Pick<BegunRow, 'turns'>) => {
  const language = useLanguage();
  const nameOf = useHolderName();
  // oxlint-disable-next-line react/no-array-index-key -- two steps may be alike in all that is known of them
  return turns.map((turn, index) => <span key={index} className="begun-turn"><span>{nameOf(turn)}</span><span className="small muted">{pick(turn.name, language)}</span></span>);
};
const turnsCell = ({ turns }: BegunRow) => <Turns turns={turns} />;

const Last = ({ last, submittedAt }: Pick<BegunRow, 'last' | 'submittedAt'>) => {
  const text = useText();
  const language = useLanguage();
  return (
    <span className="search-link">
      <span>{last === null ? text('begunJust') : pick(last.name, language)}</span>
      <span className="small muted">{last?.by ? `${last.by.name} · ` : ''}{dateTime(last?.at ?? submittedAt)}</span>
    </span>
  );
};
const lastCell = ({ last, submittedAt }: BegunRow) => <Last last={last} submittedAt={submittedAt} />;

/** What somebody began, row by row. */
export const BegunTable = ({ rows, caption }: { rows: readonly BegunRow[]; caption: string }) => {
  const text = useText();
  return (
    <Table<BegunRow>
      caption={caption} captionHidden rows={rows} rowKey={({ id }) => id}
      columns={[
        { key: 'what', title: text('colWork'), heading: true, cell: whatCell },
        { key: 'who', title: text('begunWho'), cell: turnsCell },
        { key: 'state', title: text('colState'), cell: stateCell },
        { key: 'due', title: text('colDue'), cell: dueCell },
        { key: 'last', title: text('colLast'), cell: lastCell },
      ]}
    />
  );
};
