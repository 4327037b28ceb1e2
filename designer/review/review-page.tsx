import { useQueryClient } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { bpmnFile, processFileOf, statechartFile } from '../../procedures/process-path.ts';
import type { DesignerPackage, Finding, VersionView } from '../../server/api/designer.ts';
import type { Account } from '../../server/api/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { isAdmin } from '../account/session.ts';
import type { Updated } from '../adopt/take-update.tsx';
import { ElementNames } from '../findings/element-names.ts';
import { FindingItem } from '../findings/finding-item.tsx';
import { countOf, sorted } from '../findings/sorted.ts';
import { forgetSaved } from '../package/file-text.ts';
import { fileTitle } from '../package/file-title.ts';
import { pageOfFile } from '../package/page-of-file.ts';
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

/** What stands on no page has no file of its own. */
const isDrawn = (file: string): boolean => file === '' || file === bpmnFile || file === statechartFile;

/** Before publishing: what blocks, what changes, what it means for whom is on the way. One button at the end. */
export const ReviewPage = ({ opened, account, checking, running = 0 }: { opened: DesignerPackage; account: Account; checking: Checking; running: number | undefined }) => {
  const text = useText();
  const client = useQueryClient();
  const [version, setVersion] = useState<VersionView>();
  const [mapping, setMapping] = usePlaces();
  const updated = useHistoryState<Partial<Updated> | null>()?.updated;
  const changes = useChanges(opened);
  const looked = useInFlight(opened, mapping);
  const files = usePackageTexts(opened);
  const language = useLanguage();
  const nameOf = useContext(ElementNames);
  const { key } = opened;
  if (version) return <Published opened={opened} version={version} running={running} mayMove={isAdmin(account)} mapping={mapping} />;
  if (opened.draft.revision === 0) return <Notice kind="info" title={text('nothingToPublish')}><ButtonLink href={`/packages/${key}`}>{text('toProcess')}</ButtonLink></Notice>;
  const findings = sorted(checking.findings ?? []);
  const errors = countOf(findings, 'error');
  const isReady = checking.findings !== undefined && !checking.busy && errors === 0;
  const process = processFileOf(new Set(opened.draft.files.map((one) => one.path)));
  const place = ({ element, file = '' }: Finding) => {
    if (isDrawn(file)) return <span className="finding-place muted">{nameOf(element)}</span>;
    return <Link className="finding-place" href={`/packages/${key}${pageOfFile(file, process, { element, procedure: files?.['procedure.json'] })}`}>{fileTitle(file, files?.[file] ?? '', text, language)}</Link>;
  };
  const list = (some: readonly Finding[]) => <ul className="finding-list">{some.map((finding, index) => <FindingItem key={index} finding={finding}>{place(finding)}</FindingItem>)}</ul>;
  const templateWords = findings.filter(({ rule }) => rule === 'filled-in');
  const [warnings, notes] = [countOf(findings, 'warning'), countOf(findings, 'note')];
  const basis = basisOf(opened.versions);
  return (
    <div className="review">
      {updated !== undefined && <Notice kind="done" title={text('updateTaken', { number: updated })}><p>{text('updateTakenNext')}</p></Notice>}
      <h2>{text('reviewTitle')}</h2>
      <nav aria-label={text('reviewSteps')}>
        <ol className="review-steps">{parts.map(([id, word]) => <li key={id}><a href={`#${id}`}>{text(word)}</a></li>)}</ol>
      </nav>
      <section aria-labelledby="review-check">
        <h3 id="review-check">{text('reviewCheck')}</h3>
        <p aria-live="polite">{checking.busy || !checking.findings ? text('checking') : errors > 0 ? text('errorsBlock', { count: errors }) : text(findings.length === 0 ? 'readyToPublish' : 'readyWithNotes', { warnings, notes })}</p>
        {errors > 0 && list(findings.filter(({ severity }) => severity === 'error'))}
        {warnings + notes > 0 && (
          <details className="panel-more">
            <summary>{text('otherFindings', { warnings, notes })}</summary>
            {list(findings.filter(({ severity }) => severity !== 'error'))}
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
        {isReady && templateWords.length > 0 && <Notice kind="soon" title={text('templateWordsLeft')}>{list(templateWords)}</Notice>}
        <PublishForm
          opened={opened} isTemplate={templateWords.length > 0} isReady={isReady} hash={looked.data?.revision === opened.draft.revision ? looked.data.hash : null}
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
