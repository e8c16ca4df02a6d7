import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Select } from '@/components/atoms/Select';
import { Dialog } from '@/components/molecules/Dialog';
import { useCollectionChanges } from '@/features/library/hooks/useCollections';
import type { Collection } from '@/lib/api/types';
import { collectionClearanceText } from '@/lib/clearanceText';
import { m } from '@/paraglide/messages';

const CLEARANCES = ['public', 'internal', 'confidential'] as const;

/** For whom a collection's documents are, which decides the models that may be sent them. */
export function ClearanceDialog({ collection, onClose }: { collection: Collection; onClose: () => void }) {
  const { clear } = useCollectionChanges();
  const [clearance, setClearance] = useState<Collection['clearance']>(collection.clearance);
  return (
    <Dialog
      title={m.collection_clearance_of({ name: collection.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button
            look="primary"
            disabled={clear.isPending || clearance === collection.clearance}
            onClick={() => clear.mutate({ id: collection.id, clearance }, { onSuccess: onClose })}
          >
            {m.save()}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <Select
          labelled
          label={m.collection_clearance()}
          value={clearance}
          options={CLEARANCES.map((value) => ({ value, label: collectionClearanceText(value) }))}
          onChange={setClearance}
        />
        <p className="text-sm text-ink-2">{m.collection_clearance_text()}</p>
      </div>
    </Dialog>
  );
}
