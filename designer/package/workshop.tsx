import { useQuery, useQueryClient } from '@tanstack/react-query';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { Account } from '../../server/api/session.ts';
import type { DesignerPackage, Finding } from '../../server/api/designer.ts';
import { processFileOf, statechartFile } from '../../procedures/process-path.ts';
import { Button } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { queryOf } from '../../ui/query.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { AdoptedPage } from '../adopt/adopted-page.tsx';
import { CustomisePage } from '../adopt/customise-page.tsx';
import { useAdoption } from '../adopt/use-adoption.ts';
import { NewerSource } from '../adopt/newer-source.tsx';
import { AboutPage } from '../about/about-page.tsx';
import { CallsPage } from '../calls/calls-page.tsx';
import { ChartView } from '../chart/chart-view.tsx';
import { ConnectorsPage } from '../connectors/connectors-page.tsx';
import type { Askers } from '../decisions/askers.ts';
import { DecisionsPage } from '../decisions/decisions-page.tsx';
import { fileName } from '../decisions/table-file.ts';
import { pathOf, tableFiles } from '../decisions/table-files.ts';
import { ElementNames } from '../findings/element-names.ts';
import { FindingLaw, lawOf } from '../findings/laws.ts';
import { FormsPage } from '../forms/forms-page.tsx';
import { LettersPage } from '../letters/letters-page.tsx';
import { InsightPage } from '../insight/insight-page.tsx';
import { ProcessView, type ProcessHandle, type ProcessViewProps } from '../process/process-view.tsx';
import { usePackageTexts } from '../proof/package-texts.ts';
import { useProof } from '../proof/use-proof.ts';
import { comingOf } from '../review/basis.ts';
import { ReviewPage } from '../review/review-page.tsx';
import { ScenariosPage } from '../scenarios/scenarios-page.tsx';
import { pane } from '../shell/panes.ts';
import { Load } from '../shell/load.tsx';
import { NotHere } from '../shell/not-found.tsx';
import { TrialPage } from '../trial/trial-page.tsx';
import { VersionsPage } from '../versions/versions-page.tsx';
import { useText } from '../words.ts';
import { changedTexts, layOut, useBench } from './bench.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { decisionIds } from './decision-ids.ts';
import { dropOld, useFileText, useFileTexts } from './file-text.ts';
import { laidOver } from './laid-over.ts';
import { pageOfFile, withParts } from './page-of-file.ts';
import { useCheck } from './use-check.ts';
import { TakenBack, UndoButtons } from './undo-buttons.tsx';
import { useSave } from './use-save.ts';
import { useOwnRoles } from '../roles/own-roles.ts';
import { useUndo } from './use-undo.ts';
import './workshop.css';

const places = [['', 'placeProcess'], ['about', 'placeAbout'], ['forms', 'placeForms'], ['decisions', 'placeDecisions'], ['letters', 'placeLetters'], ['connectors', 'placeConnectors'], ['calls', 'placeCalls'], ['try', 'placeTry'], ['scenarios', 'placeScenarios'], ['insight', 'placeInsight'], ['customise', 'placeCustomise'], ['versions', 'placeVersions']] as const;
/** What the part that is open is called. */
const placeWord = (place: string) => places.find(([at]) => at === place)?.[1] ?? (place === 'adopted' ? 'placeAdopted' : 'reviewTitle');
const countsMilliseconds = 30_000;

/** Where another part of the package is open, the drawing waits unseen: what is written there does not draw it anew. */
const DrawnProcess = memo(ProcessView, (was: ProcessViewProps, is: ProcessViewProps) => !was.shown && !is.shown && was.text === is.text && was.saved === is.saved && was.opened.key === is.opened.key);

/** One package on the workbench: its process, its forms, its versions, and the way to publishing. */
export const Workshop = ({ packageKey: key, account }: { packageKey: string; account: Account }) => {
  const opened = useQuery({ ...queryOf('GET /api/designer/procedures/:key', { params: { key } }), refetchOnWindowFocus: false });
  const client = useQueryClient();
  useEffect(() => {
    if (opened.data) void dropOld(client, key, layOut(key, opened.data.draft));
  }, [client, key, opened.data]);
  return <Load of={opened}>{(data) => <Opened opened={data} account={account} />}</Load>;
};

const Opened = ({ opened: kept, account }: { opened: DesignerPackage; account: Account }) => {
  const text = useText();
  const language = useLanguage();
  const { key } = kept;
  const [location, go] = useLocation();
  const [place = '', part = '', ...more] = location.slice(`/packages/${key}`.length).split('/').filter(Boolean);
  const bench = useBench(key);
  const laid = laidOver(kept, bench);
  const changed = changedTexts(bench);
  const processPath = processFileOf(new Set(laid.draft.files.map(({ path }) => path)));
  const process = useFileText(key, processPath);
  const texts = usePackageTexts(laid);
  const opened = useOwnRoles(laid, texts?.['procedure.json']);
  const checking = useCheck(key, useProof(texts));
  const adopted = useAdoption(key, kept.draft);
  const counts = useQuery({ ...queryOf('GET /api/designer/procedures/:key/counts', { params: { key } }), refetchInterval: countsMilliseconds });
  const tables = useFileTexts(key, tableFiles(opened).map(pathOf));
  const decisions = useMemo(() => [...tables].flatMap(([path, source]) => decisionIds(path, source)), [tables]);
  const handle = useRef<ProcessHandle>(null);
  const saving = useSave(key);
  const undoing = useUndo(key);
  const isDirty = changed.length > 0;
  const content = useRef<HTMLElement>(null);
  const arrived = useRef(place);
  const nav = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (here) nav.current?.scrollTo({ left: here.offsetLeft - nav.current.offsetLeft - 40 });
    // the last of them comes when it is known whether there is a source
  }, [place, adopted]);
  // whoever goes to another part goes on from there, and is told where that is
  useEffect(() => {
    if (arrived.current === place) return;
    arrived.current = place;
    content.current?.focus({ preventScroll: true });
  }, [place]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isDirty) event.preventDefault();
    };
    const save = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      saving.save();
    };
    addEventListener('beforeunload', ask);
    addEventListener('keydown', save);
    return () => {
      removeEventListener('beforeunload', ask);
      removeEventListener('keydown', save);
    };
  });
  const name = pick(opened.name, language);
  const isPlace = place === 'review' || (place === 'adopted' ? adopted !== null : places.some(([at]) => at === place));
  // connectors say by themselves which one is not there
  const open = isPlace && more.length === 0 && (part === '' || place === 'connectors' || (withParts.has(place) && opened.draft.files.some(({ path }) => path.startsWith(`${place}/${part}.`)))) ? place : undefined;
  const live = opened.versions.find(({ current }) => current);
  const onFile = (path: string, element?: string) => go(`/packages/${key}${pageOfFile(path, processPath, element === undefined ? undefined : { element, procedure: texts?.['procedure.json'] })}`);
  const review = () => saving.save(() => go(`/packages/${key}/review`));
  const onStep = (id: string) => {
    handle.current?.select(id);
    go(`/packages/${key}`);
  };
  const askers: Askers = {
    give: (file, name, feel) => handle.current?.give(file, name, feel), onStep,
    ask: (step, reference, inputs) => handle.current?.ask(step, reference, inputs),
  };
  const law = useCallback((finding: Finding) => texts && lawOf(finding, texts), [texts]);
  const nameOf = useCallback((id: string) => {
    const file = /^([\w-]+)#/.exec(id)?.[1];
    return file === undefined ? handle.current?.nameOf(id) : fileName(texts?.[pathOf(file)] ?? '', language);
  }, [texts, language]);
  return (
    <ElementNames.Provider value={nameOf}><FindingLaw.Provider value={law}><div className="workshop">
      <Page title={name} wide>
        <div className="workshop-head">
          <p className="row" aria-live="polite">
            {isDirty ? <State tone="soon" word={text('unsaved', { count: changed.length })} /> : opened.draft.revision > 0 ? <State tone="open" word={text('draftSaved', { at: dateTime(opened.draft.savedAt) })} /> : <State tone="plain" word={text('asPublished')} />}
            {live && <State tone="done" word={text('liveVersion', { number: live.number, at: dateTime(live.since ?? live.publishedAt) })} />}
            {comingOf(opened.versions).map(({ hash, number, from }) => <State key={hash} tone="soon" word={text('comingVersion', { number, at: dateTime(from) })} />)}
            {counts.data && <span className="muted">{text('running', { count: counts.data.running })}</span>}
            <TakenBack last={undoing.last} onFile={onFile} />
          </p>
          <div className="row">
            <UndoButtons {...undoing} />
            <Button onClick={() => saving.save()} busy={saving.busy} aria-disabled={!isDirty}>{text('save')}</Button>
            <Button kind={place === 'review' ? 'plain' : 'main'} onClick={review} aria-disabled={!isDirty && opened.draft.revision === 0}>{text('reviewAndPublish')}</Button>
          </div>
        </div>
        {saving.problem && <ProblemView error={saving.problem} retry={() => saving.save()} />}
        <ConflictDialog bench={bench} newer={saving.newer} onResolve={saving.resolve} onLater={saving.later} />
        <nav className="workshop-nav" {...pane} aria-label={text('placesOf', { name })}>
          <ul ref={nav}>
            {[...places, ...(adopted ? [['adopted', 'placeAdopted'] as const] : [])].map(([at, word]) => (
              <li key={at}><Link href={`/packages/${key}${at && `/${at}`}`} aria-current={place === at ? 'page' : undefined}>{text(word)}</Link></li>
            ))}
          </ul>
        </nav>
        <section className="workshop-place" ref={content} {...pane} aria-label={text('contentOf', { place: text(placeWord(place)) })}>
          {adopted && place !== 'adopted' && <NewerSource packageKey={key} adopted={adopted} />}
          {process.query.error && process.text === undefined && place === '' && <ProblemView error={process.query.error} retry={() => void process.query.refetch()} />}
          {processPath === statechartFile && process.text !== undefined && process.saved !== undefined && (
            <ChartView handle={handle} opened={opened} text={process.text} saved={process.saved} checking={checking} texts={texts} counts={counts.data} decisions={decisions} shown={place === ''} onFile={onFile} />
          )}
          {processPath !== statechartFile && process.text !== undefined && process.saved !== undefined && (
            <DrawnProcess handle={handle} opened={opened} text={process.text} saved={process.saved} checking={checking} texts={texts} counts={counts.data} decisions={decisions} shown={place === ''} onFile={onFile} />
          )}
          {open === undefined && <NotHere back={`/packages/${key}${isPlace && place !== '' ? `/${place}` : ''}`} />}
          {open === 'about' && <AboutPage opened={opened} checking={checking} />}
          {open === 'forms' && <FormsPage opened={opened} form={part} checking={checking} />}
          {open === 'decisions' && <DecisionsPage opened={opened} file={part} checking={checking} askers={askers} />}
          {open === 'calls' && <CallsPage opened={opened} isDirty={isDirty} onStep={onStep} />}
          {open === 'letters' && <LettersPage opened={opened} letter={part} checking={checking} onStep={onStep} />}
          {open === 'connectors' && <ConnectorsPage opened={opened} connector={part} texts={texts} checking={checking} onStep={onStep} />}
          {open === 'try' && <TrialPage packageKey={key} nameOf={(id) => handle.current?.nameOf(id) ?? id} onShow={() => go(`/packages/${key}`)} />}
          {open === 'scenarios' && <ScenariosPage opened={opened} nameOf={(id) => handle.current?.nameOf(id) ?? id} onStep={onStep} onShow={() => go(`/packages/${key}`)} />}
          {open === 'insight' && <InsightPage opened={opened} process={{ path: processPath, text: process.text, texts }} limit={opened.limit} nameOf={(id) => handle.current?.nameOf(id) ?? id} />}
          {open === 'adopted' && adopted === undefined && <Skeleton />}
          {open === 'adopted' && adopted && <AdoptedPage opened={opened} adopted={adopted} isDirty={isDirty} onSave={() => saving.save()} />}
          {open === 'customise' && <CustomisePage opened={opened} checking={checking} />}
          {open === 'versions' && <VersionsPage opened={opened} account={account} />}
          {open === 'review' && (isDirty ? <Notice kind="info" title={text('saveFirst')}><Button onClick={() => saving.save()}>{text('save')}</Button></Notice> : <ReviewPage opened={opened} account={account} checking={checking} running={counts.data?.running} />)}
        </section>
      </Page>
    </div></FindingLaw.Provider></ElementNames.Provider>
  );
};
