import type { TransferExamined } from '../../server/api/transfer.ts';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { useText } from '../words.ts';
import { Places } from './places.tsx';
import { Reasons } from './reasons.tsx';

type Row = TransferExamined['dossiers'][number];

interface Props {
  found: TransferExamined;
  mapping: Readonly<Record<string, string>>;
  onMapping: (mapping: Readonly<Record<string, string>>) => void;
}

/** Only an administrator sees a dry run, and may see where a dossier stands, not what it holds. */
const standsAt = ({ id, code }: Row) => <a className="number" href={`/desk/process/${id}`}>{code}</a>;

/** What would become of each dossier, and which steps must be given a place in the other version first. */
export const DryRun = ({ found, mapping, onMapping }: Props) => {
  const text = useText();
  const outcome = ({ verdict }: Row) => <State tone={verdict === 'cannot' ? 'late' : 'soon'} word={text(`verdict_${verdict}`)} />;
  const why = ({ reasons }: Row) => <Reasons reasons={reasons} />;
  return (
    <>
      <p className="row" role="status">
        <State tone="done" word={text('transferSafe', { count: found.safe })} />
        <State tone={found.clerk > 0 ? 'soon' : 'plain'} word={text('transferClerk', { count: found.clerk })} />
        <State tone={found.citizen > 0 ? 'soon' : 'plain'} word={text('transferCitizen', { count: found.citizen })} />
        <State tone={found.cannot > 0 ? 'late' : 'plain'} word={text('transferCannot', { count: found.cannot })} />
      </p>
      <Places gone={found.gone} targets={found.targets} mapping={mapping} onMapping={onMapping} />
      {found.dossiers.length > 0 && (
        <Table
          caption={text('transferNotSafe')} rows={found.dossiers} rowKey={({ id }) => id}
          columns={[
            { key: 'code', title: text('dossierCode'), heading: true, cell: standsAt },
            { key: 'verdict', title: text('verdict'), cell: outcome },
            { key: 'why', title: text('why'), cell: why },
          ]}
        />
      )}
    </>
  );
};
