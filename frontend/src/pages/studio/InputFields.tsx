import { ArrowUp, Plus, X } from 'lucide-react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { Select } from '@/components/atoms/Select';
import { Switch } from '@/components/atoms/Switch';
import { TextArea } from '@/components/atoms/TextArea';
import { TextInput } from '@/components/atoms/TextInput';
import type { ToolInput } from '@/lib/api/types';
import { INPUT_KINDS, INPUT_TEXT } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

const MOST = 20;

interface InputFieldsProps {
  inputs: readonly ToolInput[];
  onChange: (inputs: ToolInput[]) => void;
}

/** A name that no other field has; what it is called matters to programs only. */
function freeName(inputs: readonly ToolInput[]): string {
  let number = inputs.length + 1;
  while (inputs.some(({ name }) => name === `field_${number}`)) number++;
  return `field_${number}`;
}

const numberOf = (text: string) => (text.trim() && Number.isFinite(Number(text)) ? Number(text) : undefined);

/** Options as lines: the nth line of each language is one option. */
function optionsOf(ko: string, en: string): NonNullable<ToolInput['options']> {
  const korean = ko.split('\n');
  const english = en.split('\n');
  return Array.from({ length: Math.max(korean.length, english.length) }, (_, at) => ({
    ...(korean[at] !== undefined ? { ko: korean[at] } : {}),
    ...(english[at] !== undefined ? { en: english[at] } : {}),
  }));
}

const lines = (input: ToolInput, language: 'ko' | 'en') =>
  (input.options ?? [])
    .map((option) => option[language] ?? '')
    .join('\n')
    .replace(/\n+$/, (end) => (language === 'en' ? '' : end));

type Change = { [K in keyof ToolInput]?: ToolInput[K] | undefined };

function Limits({ input, onChange }: { input: ToolInput; onChange: (change: Change) => void }) {
  const number = (value: number | undefined) => (value === undefined ? '' : String(value));
  switch (input.kind) {
    case 'text':
    case 'long_text':
      return (
        <TextInput
          label={m.studio_input_max_length()}
          type="number"
          min={1}
          max={input.kind === 'text' ? 1_000 : 50_000}
          value={number(input.maxLength)}
          onChange={({ target }) => onChange({ maxLength: numberOf(target.value) })}
        />
      );
    case 'number':
      return (
        <div className="grid grid-cols-2 gap-2">
          <TextInput
            label={m.studio_input_min()}
            type="number"
            step="any"
            value={number(input.min)}
            onChange={({ target }) => onChange({ min: numberOf(target.value) })}
          />
          <TextInput
            label={m.studio_input_max()}
            type="number"
            step="any"
            value={number(input.max)}
            onChange={({ target }) => onChange({ max: numberOf(target.value) })}
          />
        </div>
      );
    case 'choice':
      return (
        <div className="grid gap-2 sm:grid-cols-2">
          <TextArea
            label={m.studio_input_options_ko()}
            lang="ko"
            rows={3}
            value={lines(input, 'ko')}
            onChange={({ target }) => onChange({ options: optionsOf(target.value, lines(input, 'en')) })}
          />
          <TextArea
            label={m.studio_input_options_en()}
            lang="en"
            rows={3}
            value={lines(input, 'en')}
            onChange={({ target }) => onChange({ options: optionsOf(lines(input, 'ko'), target.value) })}
          />
        </div>
      );
    case 'date':
      return null;
    case 'file':
      return <p className="text-sm text-ink-2">{m.form_file_hint()}</p>;
  }
}

/** The fields of a tool's form. */
export function InputFields({ inputs, onChange }: InputFieldsProps) {
  // what is undefined is taken away when it is sent
  const set = (at: number, change: Change) =>
    onChange(inputs.map((input, index) => (index === at ? ({ ...input, ...change } as ToolInput) : input)));
  const up = (at: number) => {
    const next = [...inputs];
    next.splice(at - 1, 2, inputs[at]!, inputs[at - 1]!);
    onChange(next);
  };
  return (
    <div className="space-y-3">
      {inputs.map((input, index) => {
        const number = index + 1;
        return (
          <div key={input.name} className="space-y-3 rounded-lg border border-line bg-surface p-3">
            <div className="flex flex-wrap items-end gap-3">
              <Select
                labelled
                label={m.studio_input_kind({ number })}
                value={input.kind}
                options={INPUT_KINDS.map((kind) => ({ value: kind, label: INPUT_TEXT[kind]() }))}
                onChange={(kind) => set(index, { kind })}
              />
              <span className="flex h-9 items-center gap-2 text-sm text-ink-2">
                <Switch
                  label={m.studio_input_required({ number })}
                  on={!!input.required}
                  onChange={(required) => set(index, { required })}
                />
                {m.studio_input_required_short()}
              </span>
              <span className="ml-auto flex">
                {index > 0 && (
                  <IconButton
                    icon={ArrowUp}
                    label={m.studio_input_up({ number })}
                    onClick={() => up(index)}
                  />
                )}
                <IconButton
                  icon={X}
                  label={m.studio_input_remove({ number })}
                  onClick={() => onChange(inputs.filter((_, at) => at !== index))}
                />
              </span>
            </div>
            <div className="grid gap-2 sm:grid-cols-2">
              <TextInput
                label={m.studio_input_label_ko({ number })}
                lang="ko"
                maxLength={100}
                value={input.label.ko ?? ''}
                onChange={({ target }) => set(index, { label: { ...input.label, ko: target.value } })}
              />
              <TextInput
                label={m.studio_input_label_en({ number })}
                lang="en"
                maxLength={100}
                value={input.label.en ?? ''}
                onChange={({ target }) => set(index, { label: { ...input.label, en: target.value } })}
              />
              <TextInput
                label={m.studio_input_hint_ko()}
                lang="ko"
                maxLength={200}
                value={input.hint?.ko ?? ''}
                onChange={({ target }) => set(index, { hint: { ...input.hint, ko: target.value } })}
              />
              <TextInput
                label={m.studio_input_hint_en()}
                lang="en"
                maxLength={200}
                value={input.hint?.en ?? ''}
                onChange={({ target }) => set(index, { hint: { ...input.hint, en: target.value } })}
              />
            </div>
            <Limits input={input} onChange={(change) => set(index, change)} />
          </div>
        );
      })}
      {inputs.length < MOST && (
        <Button
          icon={<Icon of={Plus} size={16} />}
          onClick={() =>
            onChange([...inputs, { name: freeName(inputs), kind: 'text', label: {}, required: true }])
          }
        >
          {m.studio_input_add()}
        </Button>
      )}
    </div>
  );
}
