import { Sparkles } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Select } from '@/components/atoms/Select';
import { TextArea } from '@/components/atoms/TextArea';
import { TextInput } from '@/components/atoms/TextInput';
import { ToolMark } from '@/components/atoms/ToolMark';
import { useModels } from '@/features/models/hooks/useModels';
import type { ToolDraft } from '@/lib/api/types';
import { CATEGORIES, CATEGORY_TEXT, ICON_TEXT, TOOL_ICONS } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { ModelGone } from '../ModelGone';
import { InputFields } from './InputFields';
import { OutputFields, SamplingFields } from './OutputFields';
import { StarterFields } from './StarterFields';
import { ToolActions } from './ToolActions';
import { ToolCollections } from './ToolCollections';

const AssistDialog = lazy(() => import('./AssistDialog'));
const USUAL = '';

interface ToolFormProps {
  /** Whose mark it shows; new ones have no id yet. */
  id: string;
  draft: ToolDraft;
  onChange: (draft: ToolDraft) => void;
  /** While others look at it, it is only shown. */
  fixed: boolean;
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line py-6 first:border-t-0 first:pt-0">
      <h2 className="font-semibold">{title}</h2>
      {hint && <p className="text-sm text-ink-2">{hint}</p>}
      <div className="mt-3 space-y-4">{children}</div>
    </section>
  );
}

/** All that a tool is made of. */
export function ToolForm({ id, draft, onChange, fixed }: ToolFormProps) {
  const { models } = useModels();
  const [assisting, setAssisting] = useState(false);
  const set = (change: Partial<ToolDraft>) => onChange({ ...draft, ...change });
  const {
    name,
    icon,
    description = {},
    instructions = '',
    model = USUAL,
    collectionIds = [],
    starters = [],
    actionIds = [],
    category = 'other',
    inputs = [],
    output = { kind: 'chat' },
    sampling = {},
  } = draft;
  const choices = [
    { value: USUAL, label: m.tool_model_usual() },
    ...(models ?? []).map((each) => ({ value: each.id, label: each.name })),
  ];
  if (!choices.some(({ value }) => value === model)) choices.push({ value: model, label: model });
  return (
    <fieldset disabled={fixed} className="min-w-0">
      <Part title={m.studio_name_section()} hint={m.studio_name_hint()}>
        <div className="flex flex-wrap items-end gap-3">
          <ToolMark icon={icon} id={id} />
          <Select
            labelled
            label={m.tool_icon()}
            value={icon}
            options={TOOL_ICONS.map((value) => ({ value, label: ICON_TEXT[value]() }))}
            onChange={(value) => set({ icon: value })}
          />
          <Select
            labelled
            label={m.tool_category()}
            value={category}
            options={CATEGORIES.map((value) => ({ value, label: CATEGORY_TEXT[value]() }))}
            onChange={(value) => set({ category: value })}
          />
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput
            label={m.tool_name_ko()}
            lang="ko"
            maxLength={60}
            value={name.ko ?? ''}
            onChange={(event) => set({ name: { ...name, ko: event.target.value } })}
          />
          <TextInput
            label={m.tool_name_en()}
            lang="en"
            maxLength={60}
            value={name.en ?? ''}
            onChange={(event) => set({ name: { ...name, en: event.target.value } })}
          />
          <TextArea
            label={m.tool_description_ko()}
            lang="ko"
            rows={3}
            maxLength={500}
            value={description.ko ?? ''}
            onChange={(event) => set({ description: { ...description, ko: event.target.value } })}
          />
          <TextArea
            label={m.tool_description_en()}
            lang="en"
            rows={3}
            maxLength={500}
            value={description.en ?? ''}
            onChange={(event) => set({ description: { ...description, en: event.target.value } })}
          />
        </div>
      </Part>
      <Part title={m.studio_work_section()} hint={m.studio_instructions_hint()}>
        <TextArea
          label={m.tool_instructions()}
          rows={8}
          maxLength={20000}
          placeholder={m.studio_instructions_example()}
          value={instructions}
          onChange={(event) => set({ instructions: event.target.value })}
        />
        <Button icon={<Icon of={Sparkles} size={16} />} onClick={() => setAssisting(true)}>
          {m.studio_assist()}
        </Button>
        {assisting && (
          <Suspense>
            <AssistDialog
              instructions={instructions}
              onClose={() => setAssisting(false)}
              onTake={(next) => {
                set({ instructions: next });
                setAssisting(false);
              }}
            />
          </Suspense>
        )}
        <Select
          labelled
          label={m.tool_model()}
          value={model}
          options={choices}
          onChange={(value) => set({ model: value })}
        />
        <ModelGone model={model === USUAL ? undefined : model} />
        <SamplingFields sampling={sampling} onChange={(next) => set({ sampling: next })} />
      </Part>
      <Part title={m.tool_collections()} hint={m.studio_collections_hint()}>
        <ToolCollections
          chosen={collectionIds}
          onChange={(ids) => set({ collectionIds: ids })}
          fixed={fixed}
        />
      </Part>
      <Part title={m.tool_actions()} hint={m.studio_actions_hint()}>
        <ToolActions chosen={actionIds} onChange={(ids) => set({ actionIds: ids })} />
      </Part>
      <Part title={m.studio_form_section()} hint={m.studio_form_hint()}>
        <InputFields inputs={inputs} onChange={(next) => set({ inputs: next })} />
      </Part>
      <Part title={m.studio_output_section()} hint={m.studio_output_hint()}>
        <OutputFields output={output} onChange={(next) => set({ output: next })} />
      </Part>
      <Part title={m.tool_starters()} hint={m.studio_starters_hint()}>
        <StarterFields starters={starters} onChange={(next) => set({ starters: next })} />
      </Part>
    </fieldset>
  );
}
