import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';

/** Before publishing the scenarios are played on the saved draft: what does not come out any more must be meant. */
export const ScenarioCheck = ({ opened: { key, draft } }: { opened: DesignerPackage }) => {
  const text = useText();
  const language = useLanguage();
  const played = useQuery({ queryKey: ['designer scenarios', key, draft.revision, draft.savedAt], queryFn: () => call('POST /api/designer/procedures/:key/test', { params: { key }, body: {} }), staleTime: Infinity });
  return (
    <section aria-labelledby="review-scenarios">
      <h3 id="review-scenarios">{text('placeScenarios')}</h3>
      <Load of={played}>
        {({ usable, scenarios, nodes, flows }) => {
          const failed = scenarios.filter(({ faults }) => faults.length > 0);
          if (!usable) return <p>{text('cannotPlay')}</p>;
          return (
            <>
              <p>{scenarios.length === 0 ? text('noScenarios') : `${text('scenariosOutcome', { passed: scenarios.length - failed.length, failed: failed.length })}. ${text('coverageOf', { nodes: nodes.covered, allNodes: nodes.total, flows: flows.covered, allFlows: flows.total })}`}</p>
              {failed.length > 0 && <Notice kind="soon" title={text('scenariosDiffer')}><ul>{failed.map(({ file, name }) => <li key={file}>{pick(name, language)}</li>)}</ul><p><Link href={`/packages/${key}/scenarios`}>{text('seeScenarios')}</Link></p></Notice>}
            </>
          );
        }}
      </Load>
    </section>
  );
};
