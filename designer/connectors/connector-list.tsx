import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DesignerPackage, Finding } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useFileTexts } from '../package/file-text.ts';
import { namedIn } from '../package/named-in.ts';
import { connectorPath } from '../proof/try-connector.ts';
import { useText } from '../words.ts';
import { AskedBy } from './asked-by.tsx';
import type { Asker } from './askers.ts';
import { removeConnector } from './connector-files.ts';
import { NewConnector } from './new-connector.tsx';
import { useTried } from './use-tried.ts';

interface ConnectorListProps {
  opened: DesignerPackage;
  names: readonly string[];
  /** Null while that is not known. */
  askersFor: (name: string) => readonly Asker[] | null;
  findingsOf: (name: string) => readonly Finding[];
  onStep: (id: string) => void;
}

interface Row {
  readonly name: string;
  readonly title: string;
  readonly source: string;
}

/** Every connector with the steps that ask for it; begun and deleted here. */
export const ConnectorList = ({ opened, names, askersFor, findingsOf, onStep }: ConnectorListProps) => {
  const text = useText();
  const language = useLanguage();
  const [going, setGoing] = useState<Row>();
  const texts = useFileTexts(opened.key, names.map(connectorPath));
  const rows = names.map((name): Row => {
    const source = texts.get(connectorPath(name)) ?? '';
    const title = namedIn(source);
    return { name, title: (title && pick(title, language)) || name, source };
  });
  const called = ({ name, title }: Row) => <><Link href={`/packages/${opened.key}/connectors/${name}`}>{title}</Link><code className="block muted">{name}</code></>;
  const asks = (row: Row) => <Asks {...row} />;
  const steps = ({ name }: Row) => <AskedBy askers={askersFor(name)} onStep={onStep} />;
  const state = (row: Row) => <Tried {...row} findings={findingsOf(row.name)} />;
  const acts = (row: Row) => <Button small kind="quiet" aria-label={`${text('connectorDelete')}: ${row.title}`} onClick={() => setGoing(row)}><Icon of={Trash2} />{text('connectorDelete')}</Button>;
  const close = () => setGoing(undefined);
  const remove = () => {
    if (going) removeConnector(opened.key, going.name, going.source);
    close();
  };
  const askers = going && askersFor(going.name);
  const isFree = askers?.length === 0;
  return (
    <>
      <p>{text('connectorsLead')}</p>
      {rows.length === 0 && <EmptyState title={text('connectorsEmpty')}><p>{text('connectorsEmptyHint')}</p></EmptyState>}
      {rows.length > 0 && (
        <Table
          caption={text('placeConnectors')} captionHidden rows={rows} rowKey={({ name }) => name}
          columns={[
            { key: 'name', title: text('connectorName'), heading: true, cell: called },
            { key: 'asks', title: text('connectorAsks'), cell: asks },
            { key: 'steps', title: text('connectorAskedBy'), cell: steps },
            { key: 'state', title: text('connectorState'), cell: state },
            { key: 'acts', title: text('acts'), cell: acts },
          ]}
        />
      )}
      <NewConnector opened={opened} names={names} />
      <Dialog
        open={going !== undefined} title={text(isFree ? 'connectorDeleteAsk' : 'connectorDeleteRefused', { name: going?.title ?? '' })} onClose={close}
        actions={isFree ? <><Button kind="danger" onClick={remove}>{text('connectorDelete')}</Button><Button onClick={close}>{text('connectorKeep')}</Button></> : <Button onClick={close}>{text('connectorKeep')}</Button>}
      >
        <p>{text(isFree ? 'connectorDeleteHint' : askers ? 'connectorDeleteAsked' : 'connectorDeleteUnknown')}</p>
        {askers && askers.length > 0 && <AskedBy askers={askers} onStep={onStep} />}
      </Dialog>
    </>
  );
};

/** Which system, by which request. */
const Asks = ({ name, source }: Row) => {
  const call = useTried(name, source).data?.description;
  return call ? <><span className="block">{call.system}</span><code>{call.call.method} {call.call.path}</code></> : <span className="muted">–</span>;
};

const Tried = ({ name, source, findings }: Row & { findings: readonly Finding[] }) => {
  const text = useText();
  const tried = useTried(name, source).data;
  if (!tried) return <span className="muted">{text('connectorTrying')}</span>;
  const found = [...tried.findings, ...findings];
  if (found.length > 0) return <State tone={found.some(({ severity }) => severity === 'error') ? 'late' : 'soon'} word={text('findingCount', { count: found.length })} />;
  return <State tone="done" word={text('connectorSound', { count: tried.samples.length })} />;
};
