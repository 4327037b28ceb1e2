import { Suspense, lazy } from 'react';
import { Route, Switch } from 'wouter';
import { ButtonLink } from '../ui/button.tsx';
import { PageGuard } from '../ui/page-guard.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useKitText } from '../ui/words.ts';
import { SignedIn } from './account/signed-in.tsx';
import { Frame } from './shell/frame.tsx';
import { WorklistPage } from './worklist/worklist.tsx';

// The list opens at once; the dossier, with the whole form engine, comes when one is opened.
const TaskPage = lazy(async () => ({ default: (await import('./dossier/task-page.tsx')).TaskPage }));
const DossierPage = lazy(async () => ({ default: (await import('./dossier/dossier-page.tsx')).DossierPage }));
const SearchPage = lazy(async () => ({ default: (await import('./search/search.tsx')).SearchPage }));
const BeginList = lazy(async () => ({ default: (await import('./begin/begin-list.tsx')).BeginList }));
const BeginPage = lazy(async () => ({ default: (await import('./begin/begin-page.tsx')).BeginPage }));
const AreasPage = lazy(async () => ({ default: (await import('./areas/areas.tsx')).AreasPage }));
const AreaPage = lazy(async () => ({ default: (await import('./areas/area-page.tsx')).AreaPage }));
const HouseholdPage = lazy(async () => ({ default: (await import('./areas/household-page.tsx')).HouseholdPage }));
const AddPage = lazy(async () => ({ default: (await import('./areas/add.tsx')).AddPage }));
const BegunPage = lazy(async () => ({ default: (await import('./begun/begun.tsx')).BegunPage }));
const IncidentsPage = lazy(async () => ({ default: (await import('./incidents/incidents.tsx')).IncidentsPage }));
const OutsidePage = lazy(async () => ({ default: (await import('./outside/outside.tsx')).OutsidePage }));
const DutyPage = lazy(async () => ({ default: (await import('./duty/duty-page.tsx')).DutyPage }));
const RosterPage = lazy(async () => ({ default: (await import('./duty/roster-page.tsx')).RosterPage }));
const MoneyPage = lazy(async () => ({ default: (await import('./money/money-page.tsx')).MoneyPage }));
const SettingsPage = lazy(async () => ({ default: (await import('./settings/settings-page.tsx')).SettingsPage }));
const ProcessPage = lazy(async () => ({ default: (await import('./process/process-page.tsx')).ProcessPage }));

const NotFound = () => {
  const text = useKitText();
  return (
    <Page title={text('notFound')}>
      <p>{text('notFoundHint')}</p>
      <ButtonLink kind="main" href="/">{text('home')}</ButtonLink>
    </Page>
  );
};

const Waiting = () => (
  <div className="page page-wide">
    <Skeleton />
  </div>
);

export const App = () => (
  <Frame>
    <SignedIn>
      {(account) => (
        <PageGuard>
          <Suspense fallback={<Waiting />}>
            <Switch>
              <Route path="/"><WorklistPage account={account} /></Route>
              <Route path="/tasks/:id">{({ id }) => <TaskPage key={id} id={id} account={account} />}</Route>
              <Route path="/dossiers">{() => <SearchPage />}</Route>
              <Route path="/dossiers/:id">{({ id }) => <DossierPage key={id} id={id} account={account} />}</Route>
              <Route path="/begin">{() => <BeginList />}</Route>
              <Route path="/begin/:procedure">{({ procedure }) => <BeginPage key={procedure} procedure={procedure} account={account} />}</Route>
              <Route path="/areas">{() => <AreasPage />}</Route>
              <Route path="/areas/new">{() => <AddPage what="area" />}</Route>
              <Route path="/areas/:id">{({ id }) => <AreaPage key={id} id={id} />}</Route>
              <Route path="/households/new">{() => <AddPage what="household" />}</Route>
              <Route path="/households/:id">{({ id }) => <HouseholdPage key={id} id={id} />}</Route>
              <Route path="/begun">{() => <BegunPage />}</Route>
              <Route path="/incidents">{() => <IncidentsPage account={account} />}</Route>
              <Route path="/outside">{() => <OutsidePage />}</Route>
              <Route path="/duty">{() => <DutyPage />}</Route>
              <Route path="/duty/roster">{() => <RosterPage />}</Route>
              <Route path="/money">{() => <MoneyPage />}</Route>
              <Route path="/settings">{() => <SettingsPage account={account} />}</Route>
              <Route path="/process/:id">{({ id }) => <ProcessPage key={id} id={id} />}</Route>
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </PageGuard>
      )}
    </SignedIn>
  </Frame>
);
