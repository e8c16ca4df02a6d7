import { BookMarked, ClipboardPaste, Pencil, Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { SearchField } from '@/components/molecules/SearchField';
import { useGlossary, useGlossaryChanges } from '@/features/search/hooks/useGlossary';
import { useMe } from '@/features/session/hooks/useMe';
import type { GlossaryEntry } from '@/lib/api/types';
import { dateText } from '@/lib/format';
import { m } from '@/paraglide/messages';
import { EntryDialog } from './EntryDialog';
import { IndexRenewal } from './IndexRenewal';
import { PasteDialog } from './PasteDialog';

type Doing = { what: 'add' | 'paste' } | { what: 'edit' | 'remove'; entry: GlossaryEntry };

/** The company's acronyms and words for the same, which searches know. */
export default function GlossaryPage() {
  const { data: me } = useMe();
  const query = useGlossary();
  const { put, remove } = useGlossaryChanges();
  const [search, setSearch] = useState('');
  const [doing, setDoing] = useState<Doing>();
  useEffect(() => {
    document.title = `${m.glossary()} · ${m.brand()}`;
  }, []);
  if (!me) return null;
  if (!me.roles.includes('admin')) return <Navigate replace to="/" />;
  const close = () => setDoing(undefined);
  const wanted = search.toLowerCase();
  const entries = query.data?.items;
  const shown = entries?.filter(({ term, synonyms }) =>
    [term, ...synonyms].some((word) => word.toLowerCase().includes(wanted)),
  );
  const make = (
    <span className="flex flex-wrap gap-2">
      <Button icon={<Icon of={ClipboardPaste} />} onClick={() => setDoing({ what: 'paste' })}>
        {m.glossary_paste_verb()}
      </Button>
      <Button look="primary" icon={<Icon of={Plus} />} onClick={() => setDoing({ what: 'add' })}>
        {m.glossary_add()}
      </Button>
    </span>
  );
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="glossary-title">
      <div className="mx-auto max-w-3xl">
        <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <h1 id="glossary-title" className="text-xl font-semibold">
              {m.glossary()}
            </h1>
            <p className="text-sm text-ink-2">{m.glossary_text()}</p>
          </div>
          {!!entries?.length && make}
        </div>
        {query.data?.renewal && <IndexRenewal {...query.data.renewal} />}
        {query.error && !entries ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !entries || !shown ? (
          <Skeleton rows={5} className="h-14" />
        ) : entries.length === 0 ? (
          <EmptyState icon={BookMarked} title={m.glossary_empty()} action={make}>
            {m.glossary_empty_text()}
          </EmptyState>
        ) : (
          <>
            <div className="mb-3 max-w-72">
              <SearchField label={m.glossary_search()} onSearch={setSearch} />
            </div>
            {shown.length === 0 ? (
              <p className="py-10 text-center text-sm text-ink-2">{m.glossary_nothing_found()}</p>
            ) : (
              <ul
                aria-label={m.glossary()}
                className="overflow-hidden rounded-lg border border-line bg-surface"
              >
                {shown.map((entry) => (
                  <li
                    key={entry.id}
                    className="flex items-center gap-2 border-b border-line px-4 py-3 last:border-b-0"
                  >
                    <div className="min-w-0 flex-1">
                      <p className="flex flex-wrap items-baseline gap-x-2 font-semibold">
                        <span>{entry.term}</span>
                        <span className="text-xs font-normal text-ink-2">{dateText(entry.updatedAt)}</span>
                      </p>
                      <p className="text-sm text-ink-2">{entry.synonyms.join(', ')}</p>
                    </div>
                    <IconButton
                      icon={Pencil}
                      label={m.glossary_edit({ term: entry.term })}
                      onClick={() => setDoing({ what: 'edit', entry })}
                    />
                    <IconButton
                      icon={Trash2}
                      label={m.glossary_remove({ term: entry.term })}
                      onClick={() => setDoing({ what: 'remove', entry })}
                    />
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
      {(doing?.what === 'add' || doing?.what === 'edit') && (
        <EntryDialog
          entry={'entry' in doing ? doing.entry : undefined}
          busy={put.isPending}
          onSave={(draft) => put.mutate([draft], { onSuccess: close })}
          onClose={close}
        />
      )}
      {doing?.what === 'paste' && (
        <PasteDialog
          busy={put.isPending}
          onSave={(drafts) => put.mutate(drafts, { onSuccess: close })}
          onClose={close}
        />
      )}
      {doing?.what === 'remove' && (
        <ConfirmDialog
          title={m.glossary_remove({ term: doing.entry.term })}
          effect={m.glossary_remove_effect({ term: doing.entry.term })}
          verb={m.delete_()}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(doing.entry.id, { onSuccess: close })}
          onClose={close}
        />
      )}
    </section>
  );
}
