import { Suspense, lazy } from 'react';
import { Route, Switch } from 'wouter';
import { ButtonLink } from '../ui/button.tsx';
import { PageGuard } from '../ui/page-guard.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useKitText } from '../ui/words.ts';
import { Frame } from './shell/frame.tsx';
import { Home } from './home/home.tsx';

// Each page is its own piece: a cheap phone fetches only what it opens.
const ServiceSheet = lazy(async () => ({ default: (await import('./service/service-sheet.tsx')).ServiceSheetPage }));
const Guide = lazy(async () => ({ default: (await import('./guide/guide.tsx')).Guide }));
const SignIn = lazy(async () => ({ default: (await import('./sign-in/sign-in.tsx')).SignIn }));
const Filing = lazy(async () => ({ default: (await import('./filing/filing.tsx')).Filing }));
const Filed = lazy(async () => ({ default: (await import('./filing/confirmation.tsx')).Confirmation }));
const Dossiers = lazy(async () => ({ default: (await import('./dossiers/my-dossiers.tsx')).MyDossiersPage }));
const Dossier = lazy(async () => ({ default: (await import('./dossier/dossier.tsx')).DossierPage }));
const Supplement = lazy(async () => ({ default: (await import('./supplement/supplement.tsx')).SupplementPage }));
const Track = lazy(async () => ({ default: (await import('./track/track.tsx')).Track }));
const Verify = lazy(async () => ({ default: (await import('./verify/verify.tsx')).Verify }));
const Clock = lazy(async () => ({ default: (await import('./clock/clock.tsx')).Clock }));
const Notices = lazy(async () => ({ default: (await import('./notices/notices.tsx')).Notices }));
const Alerts = lazy(async () => ({ default: (await import('./alerts/alerts.tsx')).Alerts }));
const Alert = lazy(async () => ({ default: (await import('./alerts/alert.tsx')).Alert }));
const Hearing = lazy(async () => ({ default: (await import('./hearing/hearing.tsx')).Hearing }));
const Watches = lazy(async () => ({ default: (await import('./alerts/watches.tsx')).Watches }));
const Follows = lazy(async () => ({ default: (await import('./nearby/follows.tsx')).Follows }));
const Kept = lazy(async () => ({ default: (await import('./kept/kept-page.tsx')).KeptPage }));
const FillKept = lazy(async () => ({ default: (await import('./kept/fill-page.tsx')).FillPage }));
const Planning = lazy(async () => ({ default: (await import('./planning/planning.tsx')).Planning }));
const Gallery = import.meta.env.DEV ? lazy(async () => ({ default: (await import('../ui/gallery/gallery.tsx')).Gallery })) : undefined;

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
  <div className="page">
    <Skeleton />
  </div>
);

export const App = () => (
  <Frame>
    <PageGuard>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/" component={Home} />
          <Route path="/services/:key">{({ key }) => <ServiceSheet procedure={key} />}</Route>
          <Route path="/services/:key/guide">{({ key }) => <Guide procedure={key} />}</Route>
          <Route path="/sign-in" component={SignIn} />
          <Route path="/filing/:draft/:place?">{({ draft, place }) => <Filing key={draft} id={draft} place={place} />}</Route>
          <Route path="/filed/:dossier">{({ dossier }) => <Filed dossier={dossier} />}</Route>
          <Route path="/dossiers" component={Dossiers} />
          <Route path="/dossiers/:id">{({ id }) => <Dossier id={id} />}</Route>
          <Route path="/supplement/:task">{({ task }) => <Supplement task={task} />}</Route>
          <Route path="/track" component={Track} />
          <Route path="/planning" component={Planning} />
          <Route path="/clock" component={Clock} />
          <Route path="/notices" component={Notices} />
          <Route path="/alerts" component={Alerts} />
          <Route path="/alerts/:id">{({ id }) => <Alert key={id} id={id} />}</Route>
          <Route path="/watches" component={Watches} />
          <Route path="/hearing" component={Hearing} />
          <Route path="/follows" component={Follows} />
          <Route path="/kept" component={Kept} />
          <Route path="/kept/:procedure">{({ procedure }) => <FillKept key={procedure} procedure={procedure} />}</Route>
          <Route path="/verify/:code?">{({ code }) => <Verify key={code ?? ''} code={code} />}</Route>
          {Gallery && <Route path="/gallery" component={Gallery} />}
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </PageGuard>
  </Frame>
);
