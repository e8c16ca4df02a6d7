import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { useModels } from '@/features/models/hooks/useModels';
import { useCreateTool } from '@/features/tools/hooks/useTools';
import type { ToolDraft } from '@/lib/api/types';
import { tidy, wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { EditorHeader } from './EditorHeader';
import { Templates } from './Templates';
import { ToolForm } from './ToolForm';
import { useEdit } from './useEdit';

const EMPTY: ToolDraft = { name: {}, icon: 'chat', collectionIds: [], starters: [] };

/** A tool that is begun; it exists once it is saved. */
export default function NewToolPage() {
  const navigate = useNavigate();
  const create = useCreateTool();
  const { models } = useModels();
  const { draft, dirty, change, discard } = useEdit('studio-new', EMPTY, 0);
  useEffect(() => {
    document.title = `${m.studio_new()} · ${m.brand()}`;
  }, []);
  const [chosen, setChosen] = useState(dirty);
  const wanted = tidy(draft);
  const save = () =>
    create.mutate(wanted, {
      onSuccess: ({ id }) => {
        discard();
        void navigate(`/studio/${id}`, { replace: true });
      },
    });
  return (
    <section className="flex-1 overflow-y-auto px-4 pb-8 lg:px-8" aria-label={m.studio_new()}>
      <div className="mx-auto max-w-3xl">
        <EditorHeader title={wordsOf(wanted.name) || m.studio_new()} dirty={dirty || undefined}>
          {chosen && (
            <Button
              onClick={() => {
                discard();
                setChosen(false);
              }}
            >
              {m.studio_discard()}
            </Button>
          )}
          {chosen && (
            <Button look="primary" disabled={!wordsOf(wanted.name) || create.isPending} onClick={save}>
              {m.save()}
            </Button>
          )}
        </EditorHeader>
        {chosen ? (
          <ToolForm id="new" draft={draft} onChange={change} fixed={create.isPending} />
        ) : (
          <Templates
            blank={EMPTY}
            onChoose={(template) => {
              // a model that nobody can choose would only be refused later
              const { model, ...usual } = template;
              const there = !models || models.some(({ id }) => id === model);
              if (template !== EMPTY) change(there ? template : usual);
              setChosen(true);
            }}
          />
        )}
      </div>
    </section>
  );
}
