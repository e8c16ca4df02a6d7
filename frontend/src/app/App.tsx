import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { BrowserRouter, Navigate, Outlet, Route, Routes } from 'react-router';
import { Toaster } from '@/components/organisms/Toaster';
import { renewAccess } from '@/features/session/api/oidc';
import { ProblemError } from '@/lib/api/problem';
import { locale } from '@/lib/locale';
import { renewWith, session } from '@/lib/session';
import { useStore } from '@/lib/store';
import { toastError } from '@/lib/toasts';
import { whenIdle } from '@/lib/whenIdle';
import { ChatPage } from '@/pages/chat/ChatPage';
import { Shell } from './Shell';

const SignInPage = lazy(() => import('@/pages/signIn/SignInPage'));
const CallbackPage = lazy(() => import('@/pages/signIn/CallbackPage'));
const LibraryPage = lazy(() => import('@/pages/library/LibraryPage'));
const ViewerPage = lazy(() => import('@/pages/viewer/ViewerPage'));
const SourcesPage = lazy(() => import('@/pages/library/SourcesPage'));
const SearchPage = lazy(() => import('@/pages/search/SearchPage'));
const GlossaryPage = lazy(() => import('@/pages/glossary/GlossaryPage'));
const ModelsPage = lazy(() => import('@/pages/models/ModelsPage'));
const UsagePage = lazy(() => import('@/pages/usage/UsagePage'));
const KeysPage = lazy(() => import('@/pages/keys/KeysPage'));
const StorePage = lazy(() => import('@/pages/store/StorePage'));
const ToolPage = lazy(() => import('@/pages/store/ToolPage'));
const StudioPage = lazy(() => import('@/pages/studio/StudioPage'));
const NewToolPage = lazy(() => import('@/pages/studio/NewToolPage'));
const EditorPage = lazy(() => import('@/pages/studio/EditorPage'));
const AnalyticsPage = lazy(() => import('@/pages/studio/AnalyticsPage'));
const GoldenPage = lazy(() => import('@/pages/studio/GoldenPage'));
const ReviewsPage = lazy(() => import('@/pages/reviews/ReviewsPage'));
const ReviewPage = lazy(() => import('@/pages/reviews/ReviewPage'));
const ActionsPage = lazy(() => import('@/pages/actions/ActionsPage'));
const EmbedPage = lazy(() => import('@/pages/embed/EmbedPage'));
const PeoplePage = lazy(() => import('@/pages/people/PeoplePage'));

renewWith(renewAccess);

// A refusal stays a refusal however often it is asked; only a lost connection or a busy server is worth another try.
const worthRetrying = (failures: number, error: Error) =>
  failures < 2 &&
  !(error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500);

const client = new QueryClient({
  defaultOptions: { queries: { retry: worthRetrying, staleTime: 5_000 } },
  mutationCache: new MutationCache({ onError: (error) => toastError(error) }),
});

/** Signed out, every address shows the welcome and comes back to itself after signing in. */
function Gate() {
  const signedIn = useStore(session) !== null;
  useEffect(() => {
    if (!signedIn) return client.clear();
    // Documents and answers may hold any letter; the type for the rarer ones comes when the person is at work.
    const timer = setTimeout(() => whenIdle(() => void import('@/styles/typeOfTheRest')), 2_500);
    return () => clearTimeout(timer);
  }, [signedIn]);
  if (!signedIn) return <SignInPage />;
  return (
    <Shell>
      <Suspense>
        <Outlet />
      </Suspense>
    </Shell>
  );
}

export function App() {
  const language = useStore(locale);
  return (
    <QueryClientProvider client={client}>
      <BrowserRouter key={language}>
        <Suspense>
          <Routes>
            <Route path="/callback" element={<CallbackPage />} />
            <Route path="/embed/*" element={<EmbedPage />} />
            <Route element={<Gate />}>
              <Route path="/" element={<ChatPage />} />
              <Route path="/c/:conversationId" element={<ChatPage />} />
              <Route path="/library/:collectionId?" element={<LibraryPage />} />
              <Route path="/documents/:documentId" element={<ViewerPage />} />
              <Route path="/library/:collectionId/sources" element={<SourcesPage />} />
              <Route path="/search" element={<SearchPage />} />
              <Route path="/glossary" element={<GlossaryPage />} />
              <Route path="/models" element={<ModelsPage />} />
              <Route path="/usage/:tab?" element={<UsagePage />} />
              <Route path="/keys" element={<KeysPage />} />
              <Route path="/store" element={<StorePage />} />
              <Route path="/store/:toolId" element={<ToolPage />} />
              <Route path="/studio" element={<StudioPage />} />
              <Route path="/studio/new" element={<NewToolPage />} />
              <Route path="/studio/:toolId" element={<EditorPage />} />
              <Route path="/studio/:toolId/analytics" element={<AnalyticsPage />} />
              <Route path="/studio/:toolId/golden" element={<GoldenPage />} />
              <Route path="/reviews" element={<ReviewsPage />} />
              <Route path="/reviews/:toolId" element={<ReviewPage />} />
              <Route path="/actions" element={<ActionsPage />} />
              <Route path="/people" element={<PeoplePage />} />
              <Route path="*" element={<Navigate replace to="/" />} />
            </Route>
          </Routes>
        </Suspense>
        <Toaster />
      </BrowserRouter>
    </QueryClientProvider>
  );
}
