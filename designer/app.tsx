import { Suspense, lazy } from 'react';
import { Route, Switch } from 'wouter';
import { language } from '../ui/language.ts';
import { PageGuard } from '../ui/page-guard.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { loadWords } from '../ui/use-text.ts';
import { isAdmin } from './account/session.ts';
import { SignedIn } from './account/signed-in.tsx';
import { NewPage } from './packages/new-page.tsx';
import { PackagesPage } from './packages/packages-page.tsx';
import { Frame } from './shell/frame.tsx';
import { NotFound } from './shell/not-found.tsx';

// The list opens at once; an opened package brings its parts, the drawing tool last of all.
const Workshop = lazy(async () => {
  const { Workshop: part } = await import('./package/workshop.tsx');
  // what came late brings words of its own
  await loadWords(language()).catch(() => undefined);
  return { default: part };
});

// Calendars bring the counting of working time with them.
const CalendarsPage = lazy(async () => ({ default: (await import('./calendars/calendars-page.tsx')).CalendarsPage }));
const MapsPage = lazy(async () => ({ default: (await import('./maps/maps-page.tsx')).MapsPage }));
const ImportPage = lazy(async () => ({ default: (await import('./elsewhere/import-page.tsx')).ImportPage }));
const PeoplePage = lazy(async () => ({ default: (await import('./people/people-page.tsx')).PeoplePage }));

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
              <Route path="/"><PackagesPage /></Route>
              <Route path="/new"><NewPage /></Route>
              <Route path="/import"><ImportPage /></Route>
              <Route path="/packages/:key/*?">{({ key }) => <Workshop key={key} packageKey={key} account={account} />}</Route>
              {isAdmin(account) && <Route path="/calendars"><CalendarsPage /></Route>}
              {isAdmin(account) && <Route path="/maps"><MapsPage /></Route>}
              {isAdmin(account) && <Route path="/people"><PeoplePage /></Route>}
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </PageGuard>
      )}
    </SignedIn>
  </Frame>
);
