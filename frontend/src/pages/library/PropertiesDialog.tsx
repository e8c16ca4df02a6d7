import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { TextInput } from '@/components/atoms/TextInput';
import { Dialog } from '@/components/molecules/Dialog';
import { useDocumentChanges } from '@/features/library/hooks/useDocuments';
import type { DocumentItem } from '@/lib/api/types';
import { changesOf, dayOf, draftOf, faultOf } from './propertiesDraft';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

interface PropertiesDialogProps {
  collectionId: string;
  documents: DocumentItem[];
  onClose: () => void;
  onSaved: () => void;
}

/** Tags, what else is known, and the last day: of one document whole, to several it adds. */
export function PropertiesDialog({ collectionId, documents, onClose, onSaved }: PropertiesDialogProps) {
  const several = documents.length > 1;
  const [draft, setDraft] = useState(() => draftOf(documents));
  const { describe } = useDocumentChanges(collectionId);
  const fault = faultOf(draft);
  return (
    <Dialog
      wide
      title={
        several
          ? m.properties_many({ count: documents.length })
          : m.properties_of({ name: shownName(documents[0]!.name) })
      }
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button
            look="primary"
            disabled={describe.isPending || fault !== undefined}
            onClick={() => describe.mutate(changesOf(draft, documents), { onSuccess: onSaved })}
          >
            {m.save()}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {several && <p className="text-sm text-ink-2">{m.properties_added()}</p>}
        <TextInput
          label={m.tags()}
          placeholder={m.tags_example()}
          value={draft.tags}
          onChange={({ target }) => setDraft({ ...draft, tags: target.value })}
        />
        <label className="block">
          <span className="mb-1.5 block text-sm font-semibold text-ink-2">{m.metadata()}</span>
          <textarea
            rows={3}
            placeholder={m.metadata_example()}
            value={draft.metadata}
            onChange={({ target }) => setDraft({ ...draft, metadata: target.value })}
            className="w-full rounded-md border border-line bg-surface px-3 py-2 text-base text-ink placeholder:text-ink-3 hover:border-line-strong"
          />
        </label>
        <TextInput
          type="date"
          label={m.expiry()}
          min={dayOf(new Date())}
          value={draft.lastDay}
          onChange={({ target }) => setDraft({ ...draft, lastDay: target.value })}
        />
        <p className="text-sm text-ink-2">{m.expiry_effect()}</p>
        {fault && (
          <p role="alert" className="text-sm text-danger">
            {fault === 'tags' ? m.tags_fault() : m.metadata_fault()}
          </p>
        )}
      </div>
    </Dialog>
  );
}
