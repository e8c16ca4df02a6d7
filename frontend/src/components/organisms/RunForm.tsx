import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ToolInput } from '@/lib/api/types';
import { filledOf, readForm, type FormValue, type FormValues } from '@/lib/formValues';
import { readFormFile } from '@/lib/readFormFile';
import { wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { IconButton } from '../atoms/IconButton';
import { Select } from '../atoms/Select';
import { TextArea } from '../atoms/TextArea';
import { TextInput } from '../atoms/TextInput';

interface RunFormProps {
  inputs: readonly ToolInput[];
  initial?: FormValues | undefined;
  /** What the server found wrong, by field as in `inputs.period`. */
  errors?: readonly { field: string; message: string }[] | undefined;
  busy: boolean;
  /** The values, and the form as people read it. */
  onRun: (values: FormValues, text: string) => void;
  children?: ReactNode;
}

interface FieldProps {
  input: ToolInput;
  value: FormValue;
  onChange: (value: FormValue) => void;
}

const MOST = { text: 200, long_text: 20_000 };

function FileField({ input, label, value, onChange }: FieldProps & { label: string }) {
  const [refused, setRefused] = useState<string>();
  const name = value.fileName ?? (value.picture ? (value.picture.name ?? m.form_picture()) : undefined);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await readFormFile(file);
    setRefused(read ? undefined : file.name);
    onChange(read ?? {});
  };
  return (
    <div>
      <TextInput
        label={label}
        type="file"
        accept=".txt,.md,.csv,.json,text/plain,text/markdown,text/csv,application/json,image/png,image/jpeg,image/webp,image/gif"
        required={!!input.required && !name}
        onChange={(event) => void take(event.target.files?.[0])}
        className="h-auto py-2 text-sm"
      />
      <p className="mt-1 text-sm text-ink-2">{m.form_file_hint()}</p>
      {name && (
        <p role="status" className="mt-1 flex items-center gap-1 text-sm font-semibold">
          <span className="min-w-0 truncate">{m.form_file_chosen({ name })}</span>
          <IconButton icon={X} label={m.form_file_remove()} onClick={() => onChange({})} />
        </p>
      )}
      {refused && (
        <p role="alert" className="mt-1 text-sm text-danger">
          {m.form_file_refused({ name: refused })}
        </p>
      )}
    </div>
  );
}

function Field({ input, value, onChange }: FieldProps) {
  const { kind, required, maxLength, options = [], min, max } = input;
  const label = required ? wordsOf(input.label) : `${wordsOf(input.label)} (${m.form_optional()})`;
  const text = value.value ?? '';
  const write = (next: string) => onChange({ value: next });
  if (kind === 'file') return <FileField input={input} label={label} value={value} onChange={onChange} />;
  if (kind === 'choice')
    return (
      <Select
        labelled
        label={label}
        value={text}
        options={[
          { value: '', label: m.form_choose() },
          ...options.map((option) => ({ value: option.ko ?? option.en ?? '', label: wordsOf(option) })),
        ]}
        onChange={write}
      />
    );
  if (kind === 'long_text')
    return (
      <TextArea
        label={label}
        rows={4}
        required={!!required}
        maxLength={maxLength ?? MOST.long_text}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
    );
  return (
    <TextInput
      label={label}
      required={!!required}
      value={text}
      onChange={(event) => write(event.target.value)}
      {...(kind === 'number' ? { type: 'number', step: 'any', min, max, inputMode: 'decimal' as const } : {})}
      {...(kind === 'date' ? { type: 'date', max: '9999-12-31' } : {})}
      {...(kind === 'text' ? { maxLength: maxLength ?? MOST.text } : {})}
    />
  );
}

/** A tool's form, to be filled and run. */
export function RunForm({ inputs, initial = {}, errors = [], busy, onRun, children }: RunFormProps) {
  const [values, setValues] = useState<FormValues>(initial);
  const [unchosen, setUnchosen] = useState(false);
  const filled = filledOf(inputs, values);
  const missing = inputs.some(({ name, kind, required }) => kind === 'choice' && required && !filled[name]);
  const others = errors.filter(({ field }) => !inputs.some(({ name }) => field === `inputs.${name}`));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setUnchosen(missing);
        if (!missing && !busy && Object.keys(filled).length) onRun(filled, readForm(inputs, filled));
      }}
      className="space-y-4 rounded-xl border border-line bg-surface p-4"
    >
      {inputs.map((input) => {
        const wrong =
          errors.find(({ field }) => field === `inputs.${input.name}`)?.message ??
          (unchosen && input.kind === 'choice' && input.required && !filled[input.name]
            ? m.form_choose()
            : undefined);
        return (
          <div key={input.name} data-field={input.name}>
            <Field
              input={input}
              value={values[input.name] ?? {}}
              onChange={(value) => setValues({ ...values, [input.name]: value })}
            />
            {input.hint && <p className="mt-1 text-sm text-ink-2">{wordsOf(input.hint)}</p>}
            {wrong && (
              <p role="alert" className="mt-1 text-sm text-danger">
                {wrong}
              </p>
            )}
          </div>
        );
      })}
      {others.map(({ field, message }) => (
        <p key={field} role="alert" className="text-sm text-danger">
          {message}
        </p>
      ))}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {children}
        <Button look="primary" type="submit" disabled={busy || !Object.keys(filled).length}>
          {busy ? m.form_running() : m.form_run()}
        </Button>
      </div>
    </form>
  );
}
