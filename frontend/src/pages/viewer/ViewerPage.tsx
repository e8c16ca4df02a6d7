import { FileX, Hourglass, Lock, WifiOff } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { ViewerHeader } from '@/components/organisms/ViewerHeader';
import { downloadAddress } from '@/features/viewer/api/documents';
import { useOriginal } from '@/features/viewer/hooks/useOriginal';
import {
  useCitedPassage,
  useCurrentVersion,
  useViewedDocument,
} from '@/features/viewer/hooks/useViewedDocument';
import { ProblemError } from '@/lib/api/problem';
import { placeText } from '@/lib/locationText';
import type { OpenedAt } from '@/lib/openedAt';
import { saveFile } from '@/lib/saveFile';
import { toastError } from '@/lib/toasts';
import { m } from '@/paraglide/messages';

const PdfView = lazy(() => import('./PdfView'));
const TextView = lazy(() => import('./TextView'));

const waiting = (
  <div className="mx-auto w-full max-w-[720px] px-8 py-6">
    <Skeleton rows={9} />
  </div>
);

/** A document as it is, at the passage that was cited. */
export default function ViewerPage() {
  const { documentId = '' } = useParams();
  const [params] = useSearchParams();
  const passageId = params.get('passage') ?? undefined;
  return <Viewer key={`${documentId} ${passageId}`} documentId={documentId} passageId={passageId} />;
}

function Viewer({ documentId, passageId }: { documentId: string; passageId: string | undefined }) {
  const navigate = useNavigate();
  const here = useLocation();
  const opened = here.state as OpenedAt | null;
  const [undrawable, setUndrawable] = useState(false);
  const viewed = useViewedDocument(documentId);
  const passage = useCitedPassage(passageId);
  const shown = viewed.data;
  const underway = shown?.status === 'UPLOADING' || shown?.status === 'PARSING';
  const { original, again } = useOriginal(documentId, shown !== undefined && shown.status !== 'UPLOADING');
  const current = useCurrentVersion(documentId, shown !== undefined && shown.standing !== 'current');
  useEffect(() => {
    document.title = `${shown?.name ?? m.library()} · ${m.brand()}`;
  }, [shown?.name]);

  const gone = viewed.error instanceof ProblemError && viewed.error.problem.status === 404;
  if (gone) return <State icon={FileX} title={m.viewer_gone()} text={m.viewer_gone_detail()} />;
  if (viewed.error && !shown)
    return (
      <div className="flex-1">
        <ErrorState error={viewed.error} onRetry={() => void viewed.refetch()} />
      </div>
    );
  if (!shown) return waiting;

  const cited = passage.data?.documentId === documentId ? passage.data : undefined;
  const location = opened?.location ?? cited?.location;
  const quote = opened?.quote || cited?.text || '';
  const download = () => void saveFile(shown.name, downloadAddress(documentId)).catch(toastError);
  const take = <Button onClick={download}>{m.download()}</Button>;
  const body = (): ReactNode => {
    if (shown.status === 'UPLOADING' || (underway && original.kind === 'other'))
      return <State icon={Hourglass} title={m.viewer_reading()} text={m.viewer_reading_detail()} />;
    if (original.kind === 'opening' || passage.isLoading) return waiting;
    if (original.kind === 'pdf' && !undrawable)
      return (
        <PdfView
          opened={original.opened}
          startPage={location?.page ?? 1}
          quote={quote}
          onBroken={() => setUndrawable(true)}
        />
      );
    if (original.kind === 'locked')
      return <State icon={Lock} title={m.viewer_locked()} text={m.viewer_locked_detail()} action={take} />;
    if (shown.status === 'FAILED')
      return (
        <State icon={FileX} title={m.viewer_failed()} text={shown.failure?.message ?? ''} action={take} />
      );
    if (original.kind === 'lost')
      return (
        <State
          icon={WifiOff}
          title={m.viewer_lost()}
          text={m.viewer_lost_detail()}
          action={<Button onClick={again}>{m.retry()}</Button>}
        />
      );
    return <TextView documentId={documentId} passageId={cited?.id} quote={quote} />;
  };
  return (
    <section className="flex min-h-0 min-w-0 flex-1 flex-col">
      <ViewerHeader
        document={shown}
        place={
          location ? [placeText(location), ...(location.headings ?? [])].filter(Boolean).join(' › ') : ''
        }
        currentId={current.data?.id}
        onBack={() =>
          void (here.key === 'default' ? navigate(`/library/${shown.collectionId}`) : navigate(-1))
        }
        onDownload={download}
      />
      <Suspense fallback={waiting}>{body()}</Suspense>
    </section>
  );
}

interface StateProps {
  icon: Parameters<typeof EmptyState>[0]['icon'];
  title: string;
  text: string;
  action?: ReactNode;
}

function State({ icon, title, text, action }: StateProps) {
  return (
    <div className="min-w-0 flex-1 overflow-y-auto">
      <EmptyState icon={icon} title={title} action={action}>
        {text}
      </EmptyState>
    </div>
  );
}
