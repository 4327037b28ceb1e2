import { Link } from 'wouter';
import { rules } from '../../procedures/rules/index.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { filesIn } from '../package/files-in.ts';
import type { Checking } from '../package/use-check.ts';
import type { Texts } from '../proof/read-package.ts';
import { connectorPath } from '../proof/try-connector.ts';
import { useText } from '../words.ts';
import { AskedBy } from './asked-by.tsx';
import { ConnectorEditor } from './connector-editor.tsx';
import { ConnectorList } from './connector-list.tsx';
import './connectors.css';
import { useAskers } from './use-askers.ts';

/** What the worker says of one file it says sooner; of the package as a whole, the check. */
const ofThePackage: ReadonlySet<string> = new Set(rules.map(({ name }) => name));

interface ConnectorsPageProps {
  opened: DesignerPackage;
  connector: string;
  texts: Texts | undefined;
  checking: Checking;
  onStep: (id: string) => void;
}

/** What a package asks systems outside, each described in a file of its own; one of them open for editing. */
export const ConnectorsPage = ({ opened, connector, texts, checking, onStep }: ConnectorsPageProps) => {
  const text = useText();
  const names = filesIn(opened, 'connectors');
  const askers = useAskers(opened.key, texts);
  if (askers === undefined) return <Skeleton />;
  const askersFor = (name: string) => askers && askers.filter((asker) => asker.connector === name);
  const findingsOf = (name: string) => (checking.findings ?? []).filter(({ file, rule }) => file === connectorPath(name) && ofThePackage.has(rule));
  if (connector === '') return <ConnectorList opened={opened} names={names} askersFor={askersFor} findingsOf={findingsOf} onStep={onStep} />;
  return (
    <>
      <p><Link href={`/packages/${opened.key}/connectors`}>{text('connectorBack')}</Link></p>
      {!names.includes(connector) && <p>{text('connectorNone', { name: connector })}</p>}
      {names.includes(connector) && (
        <>
          <div className="connector-askers"><h2>{text('connectorAskedBy')}</h2><AskedBy askers={askersFor(connector)} onStep={onStep} /></div>
          <ConnectorEditor key={connector} packageKey={opened.key} name={connector} findings={findingsOf(connector)} />
        </>
      )}
    </>
  );
};
