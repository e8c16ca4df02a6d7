import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { BrandMark } from '@/components/atoms/BrandMark';
import { CollectionPicker } from '@/components/organisms/CollectionPicker';
import { Composer } from '@/components/organisms/Composer';
import { useCollections } from '@/features/library/hooks/useCollections';
import { useMe } from '@/features/session/hooks/useMe';
import { afterFirst } from '@/lib/afterFirst';
import { useDraft } from '@/lib/drafts';
import { session } from '@/lib/session';
import { useStore } from '@/lib/store';
import { toastError } from '@/lib/toasts';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

const ComposerModel = lazy(() => afterFirst(() => import('./ComposerModel')));
const BudgetNotice = lazy(() => afterFirst(() => import('./BudgetNotice')));

interface NewConversationProps {
  onAsk: (text: string, collectionIds: string[]) => Promise<void>;
}

/** The beginning: a greeting, the composer and questions that show what may be asked. */
export function NewConversation({ onAsk }: NewConversationProps) {
  const [text, setText] = useDraft('new');
  const [chosen, setChosen] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const { data: me } = useMe();
  const known = useStore(session)?.name;
  const name = me?.name ?? known;
  const { collections } = useCollections();
  const ask = (question: string) => {
    if (busy) return;
    setBusy(true);
    onAsk(question, chosen)
      .then(() => setText(''))
      .catch((error: unknown) => {
        setBusy(false);
        toastError(error);
      });
  };
  const suggestions = [m.suggest_leave(), m.suggest_expense(), m.suggest_security(), m.suggest_summary()];
  return (
    <div className="flex flex-1 flex-col overflow-y-auto px-4">
      <div className="mx-auto flex w-full max-w-[720px] flex-1 flex-col justify-center py-8">
        <BrandMark size={40} />
        <h2 className="mt-5 min-h-9 text-2xl font-semibold text-balance">
          {name ? m.greeting({ name: shownName(name) }) : m.greeting_plain()}
        </h2>
        <p className="mt-1 mb-6 text-ink-2">{m.greeting_text()}</p>
        <Suspense>
          <BudgetNotice />
        </Suspense>
        <Composer
          text={text}
          onText={setText}
          onSend={ask}
          stopping={busy}
          tools={
            <>
              {!!collections?.length && (
                <CollectionPicker collections={collections} chosen={chosen} onChange={setChosen} />
              )}
              <Suspense>
                <ComposerModel place="new" text={text} history={0} />
              </Suspense>
            </>
          }
        />
        {collections?.length === 0 ? (
          <p className="mt-5 rounded-lg bg-accent-soft px-4 py-3 text-sm text-ink">
            {m.no_collections()}{' '}
            <Link to="/library" className="font-semibold text-accent underline underline-offset-4">
              {m.open_library()}
            </Link>
          </p>
        ) : (
          <ul className="mt-5 grid gap-2 sm:grid-cols-2">
            {suggestions.map((suggestion) => (
              <li key={suggestion}>
                <button
                  type="button"
                  onClick={() => setText(suggestion)}
                  className="h-full w-full rounded-lg border border-line px-4 py-3 text-left text-sm text-ink-2 transition-colors duration-150 hover:border-line-strong hover:bg-surface hover:text-ink"
                >
                  {suggestion}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
