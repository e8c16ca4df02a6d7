import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { Select } from '@/components/atoms/Select';
import { TextInput } from '@/components/atoms/TextInput';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { Dialog } from '@/components/molecules/Dialog';
import { usePutModel, useResetModel, wanted } from '@/features/models/hooks/useAdministration';
import type { ManagedModel, ModelProvider, PutModel } from '@/lib/api/types';
import { maskText } from '@/lib/modelText';
import { m } from '@/paraglide/messages';
import { PriceFields } from './PriceFields';

const KINDS = [
  'resident_number',
  'passport',
  'driver_licence',
  'phone',
  'card',
  'bank_account',
  'business_number',
  'email',
  'address',
  'secret',
  'custom',
];
const ACTIONS = ['mask', 'block', 'allow'] as const;
const actionText = { mask: m.mask_action_mask, block: m.mask_action_block, allow: m.mask_action_allow };
const EFFORTS = ['none', 'level', 'budget'] as const;
const effortText = {
  none: m.model_effort_none,
  level: m.model_effort_level,
  budget: m.model_effort_budget,
};
const fresh = (provider: string): PutModel => ({
  provider,
  vendorName: '',
  name: '',
  contextTokens: 128_000,
  maxOutputTokens: 8_000,
  images: false,
  tools: true,
  jsonSchema: true,
  effort: 'none',
  sampling: true,
  price: { input: 0, cachedInput: 0, output: 0, currency: 'USD' },
  masks: {},
  enabled: true,
});

interface ModelDialogProps {
  /** Absent for a new one. */
  model: ManagedModel | undefined;
  providers: readonly ModelProvider[];
  onClose: () => void;
}

/** A model's name, size, price and what it may see. */
export function ModelDialog({ model, providers, onClose }: ModelDialogProps) {
  const form = useId();
  const [id, setId] = useState(model?.id ?? '');
  const [draft, setDraft] = useState(() =>
    model ? wanted(model) : fresh((providers.find(({ added }) => added) ?? providers[0])?.id ?? ''),
  );
  const [leaving, setLeaving] = useState(false);
  const put = usePutModel();
  const reset = useResetModel();
  const set = (change: Partial<PutModel>) => setDraft({ ...draft, ...change });
  const save = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ id: id.trim(), model: draft }, { onSuccess: onClose });
  };
  const number = (label: string, value: number, onNumber: (value: number) => void) => (
    <TextInput
      label={label}
      type="number"
      required
      min={0}
      value={Number.isNaN(value) ? '' : value}
      onChange={(event) => onNumber(event.target.valueAsNumber)}
    />
  );
  const check = (label: string, key: 'images' | 'tools' | 'jsonSchema' | 'sampling') => (
    <label className="flex items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-(--accent)"
        checked={draft[key] ?? true}
        onChange={(event) => set({ [key]: event.target.checked })}
      />
      {label}
    </label>
  );
  if (leaving && model)
    return (
      <ConfirmDialog
        title={
          model.added ? m.model_remove_title({ name: model.name }) : m.model_reset_title({ name: model.name })
        }
        effect={model.added ? m.model_remove_effect() : m.model_reset_effect()}
        verb={model.added ? m.delete_() : m.model_reset()}
        busy={reset.isPending}
        onClose={() => setLeaving(false)}
        onConfirm={() => reset.mutate(model.id, { onSuccess: onClose })}
      />
    );
  return (
    <Dialog
      wide
      title={model ? m.model_edit({ name: model.name }) : m.model_add()}
      onClose={onClose}
      footer={
        <>
          {model && (model.added || model.changed) && (
            <Button look="quiet" className="mr-auto" onClick={() => setLeaving(true)}>
              {model.added ? m.model_remove() : m.model_reset()}
            </Button>
          )}
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" type="submit" form={form} disabled={put.isPending}>
            {m.save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="grid gap-4 sm:grid-cols-2">
        {!model && (
          <>
            <div>
              <span className="mb-1.5 block text-sm font-semibold text-ink-2">{m.provider()}</span>
              <Select
                label={m.provider()}
                value={draft.provider}
                options={providers.map((each) => ({ value: each.id, label: each.name }))}
                onChange={(provider) => set({ provider })}
              />
            </div>
            <TextInput
              label={m.model_id()}
              required
              pattern="[a-z0-9][a-z0-9._:\-]{0,63}"
              title={m.model_id_hint()}
              placeholder="qwen3-32b"
              value={id}
              onChange={(event) => setId(event.target.value)}
            />
          </>
        )}
        <TextInput
          label={m.model_name()}
          required
          maxLength={100}
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <TextInput
          label={m.model_vendor_name()}
          required
          maxLength={200}
          value={draft.vendorName}
          onChange={(event) => set({ vendorName: event.target.value })}
        />
        {number(m.model_context_tokens(), draft.contextTokens, (contextTokens) => set({ contextTokens }))}
        {number(m.model_max_output(), draft.maxOutputTokens, (maxOutputTokens) => set({ maxOutputTokens }))}
        <div className="flex flex-wrap gap-x-5 gap-y-2 sm:col-span-2">
          {check(m.model_images(), 'images')}
          {check(m.model_tools(), 'tools')}
          {check(m.model_schema(), 'jsonSchema')}
          {check(m.model_sampling(), 'sampling')}
        </div>
        <div className="sm:col-span-2">
          <Select
            labelled
            label={m.model_effort()}
            value={draft.effort ?? 'none'}
            options={EFFORTS.map((value) => ({ value, label: effortText[value]() }))}
            onChange={(effort) => set({ effort })}
          />
        </div>
        <PriceFields
          price={draft.price}
          cameFrom={model?.price.source}
          onChange={(price) => set({ price })}
        />
        <fieldset className="sm:col-span-2">
          <legend className="mb-1 text-sm font-semibold text-ink-2">{m.model_masks()}</legend>
          <ul className="grid gap-x-6 sm:grid-cols-2">
            {KINDS.map((kind) => (
              <li key={kind} className="flex items-center justify-between gap-3 py-1 text-sm">
                {maskText(kind)}
                <Select
                  label={maskText(kind)}
                  value={draft.masks[kind] ?? 'mask'}
                  options={ACTIONS.map((value) => ({ value, label: actionText[value]() }))}
                  onChange={(action) => set({ masks: { ...draft.masks, [kind]: action } })}
                />
              </li>
            ))}
          </ul>
        </fieldset>
      </form>
    </Dialog>
  );
}
