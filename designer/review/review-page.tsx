import { useQueryClient } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import type { DesignerPackage, Finding, VersionView } from '../../server/api/designer.ts';
import type { Account } from '../../server/api/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { isAdmin } from '../account/session.ts';
import { ElementNames } from '../findings/element-names.ts';
import { FindingItem } from '../findings/finding-item.tsx';
import { countOf, sorted } from '../findings/sorted.ts';
import { forgetSaved } from '../package/file-text.ts';
import { fileTitle } from '../package/file-title.ts';
import type { Checking } from '../package/use-check.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { usePackageTexts } from '../proof/package-texts.ts';
import { AccessibilityCheck } from './accessibility-check.tsx';
import { ChangeList } from './change-list.tsx';
import { DossiersInFlight } from './in-flight.tsx';
import { OpenConflicts } from './open-conflicts.tsx';
import { PublishForm } from './publish-form.tsx';
import { Published } from './published.tsx';
import { ReadingCheck } from './reading-check.tsx';
import { ScenarioCheck } from './scenario-check.tsx';
import { basisOf } from './basis.ts';
import { useChanges } from './use-changes.ts';
import { useInFlight } from './use-in-flight.ts';
import { usePlaces } from './use-places.ts';
import './review.css';

/** The way to publishing, in its order. */
const parts = [['review-check', 'reviewCheck'], ['review-changes', 'reviewDifferences'], ['review-scenarios', 'reviewTry'], ['review-in-flight', 'inFlight'], ['review-publish', 'publishTitle']] as const;

const isDrawn = (file: string): boolean => file === '' || file === bpmnFile || file === statechartFile;

/** Before publishing: what blocks, what changes, what it means for whom is on the way. One button at the end. */
export const ReviewPage = ({ opened, account, checking, running = 0 }: { opened: DesignerPackage; account: Account; checking: Checking; running: number | undefined }) => {
  const text = useText();
  const client = useQueryClient();
  const [version, setVersion] = useState<VersionView>();
  const [mapping, setMapping] = usePlaces();
  const changes = useChanges(opened);
  const looked = useInFlight(opened, mapping);
  const files = usePackageTexts(opened);
  const language = useLanguage();
  const nameOf = useContext(ElementNames);
  const { key } = opened;
  if (version) return <Published version={version} packageKey={key} running={running} mayMove={isAdmin(account)} mapping={mapping} />;
  if (opened.draft.revision === 0) return <Notice kind="info" title={text('nothingToPublish')}><ButtonLink href={`/packages/${key}`}>{text('toProcess')}</ButtonLink></Notice>;
  const findings = sorted(checking.findings ?? []);
  const errors = countOf(findings, 'error');
  const isReady = checking.findings !== undefined && !checking.busy && errors === 0;
  const place = ({ element, file = '' }: Finding) => (isDrawn(file) ? nameOf(element) : undefined) ?? (file === '' ? '' : fileTitle(file, files?.[file] ?? '', text, language));
  const basis = basisOf(opened.versions);
  return (
    <div className="review">
      <h2>{text('reviewTitle')}</h2>
      <nav aria-label={text('reviewSteps')}>
        <ol className="review-steps">{parts.map(([id, word]) => <li key={id}><a href={`#${id}`}>{text(word)}</a></li>)}</ol>
      </nav>
      <section aria-labelledby="review-check">
        <h3 id="review-check">{text('reviewCheck')}</h3>
        <p aria-live="polite">{checking.busy || !checking.findings ? text('checking') : errors > 0 ? text('errorsBlock', { count: errors }) : text('readyToPublish', { count: countOf(findings, 'warning') })}</p>
        {errors > 0 && <ul className="finding-list">{findings.filter(({ severity }) => severity === 'error').map((finding, index) => <FindingItem key={index} finding={finding}><span className="finding-place muted">{place(finding)}</span></FindingItem>)}</ul>}
        {findings.length > errors && (
          <details className="panel-more">
            <summary>{text('otherFindings', { count: findings.length - errors })}</summary>
            <ul className="finding-list">{findings.filter(({ severity }) => severity !== 'error').map((finding, index) => <FindingItem key={index} finding={finding}><span className="finding-place muted">{place(finding)}</span></FindingItem>)}</ul>
          </details>
        )}
        <OpenConflicts packageKey={key} source={files?.['procedure.json']} />
      </section>
      <section aria-labelledby="review-changes">
        <h3 id="review-changes">{basis ? text('reviewChanges', { number: basis.number }) : text('reviewFirst')}</h3>
        <Load of={changes}>
          {(files) => files.length === 0 ? <p>{text('noChanges')}</p> : <ChangeList files={files} />}
        </Load>
      </section>
      <ScenarioCheck opened={opened} />
      <AccessibilityCheck files={files} at={opened.draft.savedAt} />
      <ReadingCheck files={files} />
      <DossiersInFlight looked={looked} changes={changes.data?.flatMap(({ said }) => said)} mapping={mapping} onMapping={setMapping} />
      <section aria-labelledby="review-publish">
        <h3 id="review-publish">{text('publishTitle')}</h3>
        <PublishForm
          opened={opened} isReady={isReady} hash={looked.data?.revision === opened.draft.revision ? looked.data.hash : null}
          onPublished={async (done) => {
            setVersion(done);
            await forgetSaved(client, key);
          }}
        />
        {!isReady && errors > 0 && <p className="muted">{text('fixFirst')}</p>}
      </section>
    </div>
  );
};
