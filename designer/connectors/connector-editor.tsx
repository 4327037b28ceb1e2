import type { Finding } from '../../server/api/designer.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FindingItem } from '../findings/finding-item.tsx';
import { JsonText } from '../forms/json-text.tsx';
import { edit } from '../package/bench.ts';
import { useFileText } from '../package/file-text.ts';
import { ofTheDraft } from '../package/use-undo.ts';
import { connectorPath } from '../proof/try-connector.ts';
import { useText } from '../words.ts';
import { Samples } from './samples.tsx';
import { Told } from './told.tsx';
import { useTried } from './use-tried.ts';

interface ConnectorEditorProps {
  packageKey: string;
  name: string;
  /** What the check says of it within the package. */
  findings: readonly Finding[];
}

/** One connector as its text, and beside it what that means and what its samples come to. */
export const ConnectorEditor = ({ packageKey, name, findings }: ConnectorEditorProps) => {
  const text = useText();
  const path = connectorPath(name);
  const { query, text: source, saved } = useFileText(packageKey, path);
  const trying = useTried(name, source);
  if (query.error && source === undefined) return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  if (source === undefined || saved === undefined) return <Skeleton />;
  const tried = trying.data;
  const found = [...(tried?.findings ?? []), ...findings];
  return (
    <div className="connector-editor">
      <div className="connector-told">
        {trying.error && <ProblemView error={trying.error} retry={() => void trying.refetch()} />}
        {found.length > 0 && <ul className="finding-list" aria-live="polite">{found.map((finding, index) => <FindingItem key={index} finding={finding}>{finding.element !== path && <code className="finding-place">{finding.element}</code>}</FindingItem>)}</ul>}
        {tried?.description && <Told description={tried.description} />}
        {tried?.description && <Samples samples={tried.samples} />}
      </div>
      <div {...ofTheDraft}>
        <JsonText id="connector-json" label={text('connectorJson')} hint={text('connectorJsonHint')} source={source} fault={tried && tried.findings.length > 0 && text('connectorJsonFaults', { count: tried.findings.length })} onChange={(next) => edit(packageKey, path, next, saved, 'text')} />
      </div>
    </div>
  );
};
