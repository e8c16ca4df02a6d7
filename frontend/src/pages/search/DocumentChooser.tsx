import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Select } from '@/components/atoms/Select';
import { SearchField } from '@/components/molecules/SearchField';
import { useDocuments } from '@/features/library/hooks/useDocuments';
import type { Collection } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

interface DocumentChooserProps {
  collections: Collection[];
  chosen: string | undefined;
  onChange: (documentId: string | undefined) => void;
}

function DocumentSelect({
  collectionId,
  chosen,
  onChange,
}: Omit<DocumentChooserProps, 'collections'> & { collectionId: string }) {
  const [search, setSearch] = useState('');
  const { query, documents } = useDocuments(collectionId, { query: search });
  return (
    <>
      <div className="w-56 max-w-full">
        <SearchField label={m.document_search()} onSearch={setSearch} />
      </div>
      <Select
        label={m.inspect_document()}
        value={chosen ?? ''}
        disabled={!documents}
        options={[
          { value: '', label: m.inspect_document() },
          ...(documents ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => onChange(id || undefined)}
      />
      {query.hasNextPage && (
        <Button look="quiet" onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
    </>
  );
}

/** A document whose place in the search is asked for. */
export function DocumentChooser({ collections, chosen, onChange }: DocumentChooserProps) {
  const [collectionId, setCollectionId] = useState('');
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        label={m.inspect_collection()}
        value={collectionId}
        options={[
          { value: '', label: m.inspect_collection() },
          ...collections.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => {
          setCollectionId(id);
          onChange(undefined);
        }}
      />
      {collectionId && (
        <DocumentSelect key={collectionId} collectionId={collectionId} chosen={chosen} onChange={onChange} />
      )}
    </div>
  );
}
