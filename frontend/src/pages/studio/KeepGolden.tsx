import { ListPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '@/components/atoms/IconButton';
import { useGoldenChanges } from '@/features/tools/hooks/useGolden';
import type { Citation } from '@/lib/api/types';
import { toastDone, toastError } from '@/lib/toasts';
import { m } from '@/paraglide/messages';

const GoldenDialog = lazy(() => import('./GoldenDialog'));

const MOST_LETTERS = 2_000;
const MOST_DOCUMENTS = 20;

interface KeepGoldenProps {
  toolId: string;
  question: string;
  citations: readonly Citation[];
}

/** Takes a real question into what a tool must answer, with the documents that its answer cites. */
export default function KeepGolden({ toolId, question, citations }: KeepGoldenProps) {
  const { save } = useGoldenChanges(toolId);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const asked = question.trim().slice(0, MOST_LETTERS);
  const documents = [...new Set(citations.map(({ documentName }) => documentName))].slice(0, MOST_DOCUMENTS);
  const keep = async () => {
    // an answer without a source says nothing of what to expect
    if (!documents.length) return setAsking(true);
    setBusy(true);
    try {
      const kept = await save({ question: asked, documents });
      toastDone(m.golden_kept(), m.golden_kept_text({ count: documents.length }), {
        to: `/studio/${toolId}/golden`,
        text: m.golden_kept_edit(),
        state: kept,
      });
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <IconButton icon={ListPlus} label={m.golden_keep()} disabled={busy} onClick={() => void keep()} />
      {asking && (
        <Suspense>
          <GoldenDialog
            toolId={toolId}
            given={{ question: asked }}
            onSaved={() => toastDone(m.golden_kept(), '')}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
