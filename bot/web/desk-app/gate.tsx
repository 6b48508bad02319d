import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';

import { useSession } from './api/session.ts';
import { Frame } from './frame/frame.tsx';
import { Live } from './live/live.tsx';
import { FailureNote } from './parts/failure-note.tsx';
import { Loading } from './parts/loading.tsx';

const SignInPage = lazy(async () => ({ default: (await import('./pages/entry/sign-in-page.tsx')).SignInPage }));
const WelcomePage = lazy(async () => ({ default: (await import('./pages/entry/welcome-page.tsx')).WelcomePage }));

/** Who is signed in decides what there is: the desk, or the way in. */
export function Gate() {
  const [path, go] = useLocation();
  const session = useSession();
  if (session.data === undefined) {
    if (session.isError) return <FailureNote error={session.error} again={() => session.refetch()} />;
    return <Loading />;
  }
  // A link has its secret behind the #, where servers and logs do not see it.
  if (path === '/welcome' && window.location.hash.length > 1) {
    return (
      <Suspense fallback={<Loading />}>
        <WelcomePage secret={window.location.hash.slice(1)} leave={() => go('/', { replace: true })} />
      </Suspense>
    );
  }
  if (session.data.kind === 'out') {
    return (
      <Suspense fallback={<Loading />}>
        <SignInPage ended={session.data.why === 'ended'} />
      </Suspense>
    );
  }
  return (
    <Live>
      <Frame />
    </Live>
  );
}
