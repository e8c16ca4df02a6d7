import { FileUp, ListChecks, Pencil, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { EmptyState } from '@/components/molecules/EmptyState';
import { FactsLine } from '@/components/molecules/FactsLine';
import { PagedList } from '@/components/organisms/PagedList';
import { useGoldenChanges, useGoldenQuestions } from '@/features/tools/hooks/useGolden';
import type { GoldenQuestion } from '@/lib/api/types';
import { expectationText } from '@/lib/goldenText';
import { m } from '@/paraglide/messages';

const GoldenDialog = lazy(() => import('./GoldenDialog'));
const GoldenImport = lazy(() => import('./GoldenImport'));

type Doing =
  | { what: 'edit'; given: Partial<GoldenQuestion> }
  | { what: 'import' }
  | { what: 'delete'; question: GoldenQuestion };

interface GoldenQuestionsProps {
  toolId: string;
  /** How many there are. */
  count: number;
  editable: boolean;
  /** What another page began with. */
  begun?: Partial<GoldenQuestion> | undefined;
  onBegun: () => void;
}

/** What a tool must be able to answer, to read, change and add to. */
export function GoldenQuestions({ toolId, count, editable, begun, onBegun }: GoldenQuestionsProps) {
  const query = useGoldenQuestions(toolId);
  const { remove } = useGoldenChanges(toolId);
  const [doing, setDoing] = useState<Doing | undefined>(
    begun && editable ? { what: 'edit', given: begun } : undefined,
  );
  const close = () => {
    setDoing(undefined);
    if (begun) onBegun();
  };
  const make = editable && (
    <span className="flex flex-wrap gap-2">
      <Button icon={<Icon of={FileUp} size={16} />} onClick={() => setDoing({ what: 'import' })}>
        {m.golden_import()}
      </Button>
      <Button
        look="primary"
        icon={<Icon of={Plus} size={16} />}
        onClick={() => setDoing({ what: 'edit', given: {} })}
      >
        {m.golden_add()}
      </Button>
    </span>
  );
  return (
    <section aria-labelledby="golden-list" className="mt-6">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="golden-list" className="font-semibold">
          {m.golden_list()}
          {count > 0 && (
            <span className="ml-2 font-normal text-ink-2 tabular-nums">{m.golden_count({ count })}</span>
          )}
        </h2>
        {count > 0 && make}
      </div>
      <PagedList
        query={query}
        label={m.golden_list()}
        empty={
          <EmptyState icon={ListChecks} title={m.golden_empty()} action={make}>
            {m.golden_empty_text()}
          </EmptyState>
        }
      >
        {(question) => (
          <div className="flex items-center gap-2 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="[overflow-wrap:anywhere]">{question.question}</p>
              <FactsLine facts={expectationText(question)} />
            </div>
            {editable && (
              <>
                <IconButton
                  icon={Pencil}
                  label={m.golden_edit_of({ question: question.question })}
                  onClick={() => setDoing({ what: 'edit', given: question })}
                />
                <IconButton
                  icon={Trash2}
                  label={m.golden_delete_of({ question: question.question })}
                  onClick={() => setDoing({ what: 'delete', question })}
                />
              </>
            )}
          </div>
        )}
      </PagedList>
      <Suspense>
        {doing?.what === 'edit' && <GoldenDialog toolId={toolId} given={doing.given} onClose={close} />}
        {doing?.what === 'import' && <GoldenImport toolId={toolId} onClose={close} />}
      </Suspense>
      {doing?.what === 'delete' && (
        <ConfirmDialog
          title={m.golden_delete_title()}
          effect={m.golden_delete_effect({ question: doing.question.question })}
          verb={m.delete_()}
          busy={remove.isPending}
          onClose={close}
          onConfirm={() => remove.mutate(doing.question.id, { onSettled: close })}
        />
      )}
    </section>
  );
}
