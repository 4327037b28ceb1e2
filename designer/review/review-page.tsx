import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DesignerPackage, Finding, VersionView } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { FindingItem } from '../findings/finding-item.tsx';
import { countOf, sorted } from '../findings/sorted.ts';
import { forgetSaved } from '../package/file-text.ts';
import type { Checking } from '../package/use-check.ts';
import { useAct } from '../shell/use-act.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { useChanges } from './use-changes.ts';
import './review.css';

const Outcome = ({ version, packageKey, running }: { version: VersionView; packageKey: string; running: number }) => {
  const text = useText();
  return (
    <div aria-live="polite">
      <Notice kind="done" title={text('published', { number: version.number })}>
        <p>{text('publishedNext')} {running > 0 && text('publishedKeep', { count: running })}</p>
        <ButtonLink href={`/packages/${packageKey}/versions`}>{text('seeVersions')}</ButtonLink>
      </Notice>
    </div>
  );
};

/** Before publishing: what blocks, what changes, who stays where. One button at the end. */
export const ReviewPage = ({ opened, checking, running = 0 }: { opened: DesignerPackage; checking: Checking; running: number | undefined }) => {
  const text = useText();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [note, setNote] = useState('');
  const [version, setVersion] = useState<VersionView>();
  const changes = useChanges(opened);
  const { key } = opened;
  const publishing = useAct(async (idempotency) => {
    setVersion(await call('POST /api/designer/procedures/:key/publish', { params: { key }, body: { revision: opened.draft.revision, ...(note.trim() && { note: note.normalize('NFC').trim() }) }, key: idempotency }));
    await forgetSaved(client, key);
  });
  if (version) return <Outcome version={version} packageKey={key} running={running} />;
  if (opened.draft.revision === 0) return <Notice kind="info" title={text('nothingToPublish')}><ButtonLink href={`/packages/${key}`}>{text('toProcess')}</ButtonLink></Notice>;
  const findings = sorted(checking.findings ?? []);
  const errors = countOf(findings, 'error');
  const isReady = checking.findings !== undefined && !checking.busy && errors === 0;
  const place = ({ element, file }: Finding) => [file, element].filter((part, index, all) => part && all.indexOf(part) === index).join(' · ');
  const live = opened.versions.find(({ current }) => current);
  return (
    <div className="review">
      <h2>{text('reviewTitle')}</h2>
      <section aria-labelledby="review-check">
        <h3 id="review-check">{text('reviewCheck')}</h3>
        <p aria-live="polite">{checking.busy || !checking.findings ? text('checking') : errors > 0 ? text('errorsBlock', { count: errors }) : text('readyToPublish', { count: findings.length })}</p>
        {errors > 0 && <ul className="finding-list">{findings.filter(({ severity }) => severity === 'error').map((finding, index) => <FindingItem key={index} finding={finding}><span className="finding-place muted">{place(finding)}</span></FindingItem>)}</ul>}
        {findings.length > errors && (
          <details className="panel-more">
            <summary>{text('warnings', { count: findings.length - errors })}</summary>
            <ul className="finding-list">{findings.filter(({ severity }) => severity === 'warning').map((finding, index) => <FindingItem key={index} finding={finding}><span className="finding-place muted">{place(finding)}</span></FindingItem>)}</ul>
          </details>
        )}
      </section>
      <section aria-labelledby="review-changes">
        <h3 id="review-changes">{live ? text('reviewChanges', { number: live.number }) : text('reviewFirst')}</h3>
        <Load of={changes}>
          {(files) => files.length === 0 ? <p>{text('noChanges')}</p> : (
            <dl className="review-files">
              {files.map(({ path, sentences }) => (
                <div key={path}>
                  <dt><code>{path}</code></dt>
                  <dd><ul>{sentences.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul></dd>
                </div>
              ))}
            </dl>
          )}
        </Load>
      </section>
      <section aria-labelledby="review-dossiers">
        <h3 id="review-dossiers">{text('reviewDossiers')}</h3>
        <p>{running > 0 ? text('dossiersStay', { count: running }) : text('noDossiers')}</p>
      </section>
      <TextArea id="publish-note" label={text('note')} hint={text('noteHint')} optional maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      {publishing.problem && (
        <>
          <ProblemView error={publishing.problem} />
          {publishing.problem.errors.length > 0 && <ul>{publishing.problem.errors.map(({ path, message }, index) => <li key={index} lang="en"><code>{path}</code> {message}</li>)}</ul>}
        </>
      )}
      <div className="row">
        <Button kind="main" busy={publishing.busy} aria-disabled={!isReady} onClick={() => isReady && publishing.run()}>{text('publish', { number: (opened.versions[0]?.number ?? 0) + 1 })}</Button>
        <Button onClick={() => go(`/packages/${key}`)}>{text('goOnEditing')}</Button>
      </div>
      {!isReady && errors > 0 && <p className="muted">{text('fixFirst')}</p>}
    </div>
  );
};
