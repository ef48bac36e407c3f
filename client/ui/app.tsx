import { useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import { t } from '../i18n/i18n.ts';
import { Lobby } from './pages/lobby.tsx';
import { Message } from './parts/message.tsx';
import { PlayNow } from './rooms/play-now.tsx';

// Everything that a match needs comes after the lobby is on the screen.
const Play = lazy(() => import('./pages/play.tsx').then((page) => page.Play));
const Room = lazy(() => import('./pages/room.tsx').then((page) => page.Room));
const Host = lazy(() => import('./host/open-page.tsx').then((page) => page.Host));
const Console = lazy(() => import('./host/console-page.tsx').then((page) => page.Console));
const Rooms = lazy(() => import('./rooms/rooms-page.tsx').then((page) => page.Rooms));
const MakeRoom = lazy(() => import('./rooms/make-page.tsx').then((page) => page.MakeRoom));
const Rules = lazy(() => import('./pages/rules.tsx').then((page) => page.Rules));
const Lessons = lazy(() => import('./lessons/lessons-page.tsx').then((page) => page.Lessons));
const LessonPage = lazy(() => import('./lessons/lesson-page.tsx').then((page) => page.LessonPage));
const LessonPrint = lazy(() => import('./lessons/lesson-print.tsx').then((page) => page.LessonPrint));
const TeachersGuide = lazy(() => import('./lessons/guide/guide-page.tsx').then((page) => page.TeachersGuide));
const ReportPage = lazy(() => import('./report/report-page.tsx').then((page) => page.ReportPage));
const Screen = lazy(() => import('./screen/screen-page.tsx').then((page) => page.Screen));
const Check = lazy(() => import('./pages/check.tsx').then((page) => page.Check));
const Privacy = lazy(() => import('./pages/privacy.tsx').then((page) => page.Privacy));
const Replays = lazy(() => import('./pages/replays.tsx').then((page) => page.Replays));
const Replay = lazy(() => import('./pages/replay.tsx').then((page) => page.Replay));
const Lab = lazy(() => import('../lab/lab-page.tsx').then((page) => page.LabPage));
const WhatIf = lazy(() => import('./whatif/whatif-page.tsx').then((page) => page.WhatIf));

export function App() {
  const [failure, setFailure] = useState<Error | null>(null);
  if (failure) {
    return (
      <Message title={t('failure.title')} text={t('failure.page')} detail={failure.message}>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {t('action.reload')}
        </button>
        <a class="button" href="/" onClick={() => setFailure(null)}>
          {t('action.home')}
        </a>
      </Message>
    );
  }
  return (
    <LocationProvider>
      <a class="skip-link" href="#content">
        {t('action.skip')}
      </a>
      <ErrorBoundary onError={setFailure}>
        <Router onRouteChange={() => scrollTo(0, 0)}>
          <Route path="/" component={Lobby} />
          <Route path="/play" component={Play} />
          <Route path="/room/:code" component={Room} />
          <Route path="/host" component={Host} />
          <Route path="/host/:code" component={Console} />
          <Route path="/rooms" component={Rooms} />
          <Route path="/rooms/new" component={MakeRoom} />
          <Route path="/play-now" component={PlayNow} />
          <Route path="/rules" component={Rules} />
          <Route path="/lessons" component={Lessons} />
          <Route path="/lessons/guide" component={TeachersGuide} />
          <Route path="/lessons/:id" component={LessonPage} />
          <Route path="/lessons/:id/print" component={LessonPrint} />
          <Route path="/report/:id" component={ReportPage} />
          <Route path="/screen/:code" component={Screen} />
          <Route path="/check" component={Check} />
          <Route path="/privacy" component={Privacy} />
          <Route path="/replays" component={Replays} />
          <Route path="/replay" component={Replay} />
          <Route path="/replay/:id" component={Replay} />
          <Route path="/replay/:id/whatif" component={WhatIf} />
          <Route path="/lab" component={Lab} />
          <Route path="/lab/:bench" component={Lab} />
          <Route default component={NotFound} />
        </Router>
      </ErrorBoundary>
    </LocationProvider>
  );
}

function NotFound() {
  return (
    <Message title={t('notFound.title')} text={t('notFound.text')}>
      <a class="button primary" href="/">
        {t('action.home')}
      </a>
    </Message>
  );
}
