import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { ProgressBar } from '@/components/atoms/ProgressBar';
import { Select } from '@/components/atoms/Select';
import { Skeleton } from '@/components/atoms/Skeleton';
import { TextInput } from '@/components/atoms/TextInput';
import { Dialog } from '@/components/molecules/Dialog';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useCollectionModel, type Dimensions } from '@/features/library/hooks/useCollectionModel';
import type { Collection } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

const LENGTHS: Dimensions[] = [384, 768, 1024, 1536];
const lengthOf = (text: string) => LENGTHS.find((length) => String(length) === text) ?? 768;

/** Which model finds a collection's passages by meaning, and changing to another. */
export function SearchModelDialog({ collection, onClose }: { collection: Collection; onClose: () => void }) {
  const { query, change } = useCollectionModel(collection.id);
  const [model, setModel] = useState('');
  const [dimensions, setDimensions] = useState<Dimensions>(768);
  const state = query.data;
  const share = state?.passages ? state.embedded / state.passages : 1;
  return (
    <Dialog
      wide
      title={m.meaning_model_of({ name: shownName(collection.name) })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.close()}</Button>
          <Button
            look="primary"
            disabled={!state || !model.trim() || change.isPending}
            onClick={() =>
              change.mutate({ model: model.trim(), dimensions }, { onSuccess: () => setModel('') })
            }
          >
            {m.meaning_model_change()}
          </Button>
        </>
      }
    >
      {query.error && !state ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !state ? (
        <Skeleton rows={3} className="h-8" />
      ) : (
        <div className="space-y-4">
          <div>
            <p className="font-semibold [overflow-wrap:anywhere]">
              {state.model} · {state.dimensions}
            </p>
            <p className="mb-2 text-sm text-ink-2">
              {state.next
                ? m.meaning_model_coming({
                    model: state.next.model,
                    done: state.embedded,
                    total: state.passages,
                  })
                : m.meaning_model_now({ done: state.embedded, total: state.passages })}
            </p>
            <ProgressBar share={share} label={m.meaning_model_progress()} />
            {state.next && (
              <Button
                className="mt-3"
                disabled={change.isPending}
                onClick={() =>
                  change.mutate({ model: state.model, dimensions: lengthOf(String(state.dimensions)) })
                }
              >
                {m.meaning_model_give_up()}
              </Button>
            )}
          </div>
          <TextInput
            label={m.meaning_model_next()}
            placeholder="vertex-gemini-embedding-001"
            maxLength={64}
            value={model}
            onChange={({ target }) => setModel(target.value)}
          />
          <Select
            labelled
            label={m.meaning_model_length()}
            value={String(dimensions)}
            options={LENGTHS.map((length) => ({
              value: String(length),
              label: m.meaning_model_dimensions({ count: length }),
            }))}
            onChange={(text) => setDimensions(lengthOf(text))}
          />
          <p className="text-sm text-ink-2">{m.meaning_model_text()}</p>
        </div>
      )}
    </Dialog>
  );
}
