import { X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ToolInput } from '@/lib/api/types';
import {
  filledOf,
  isUnread,
  readForm,
  type FormValue,
  type FormValues,
  type TakeDocument,
  type TakenDocument,
} from '@/lib/formValues';
import { readFormFile } from '@/lib/readFormFile';
import { PICTURE_TYPES } from '@/lib/readPicture';
import { wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { IconButton } from '../atoms/IconButton';
import { Select } from '../atoms/Select';
import { TextArea } from '../atoms/TextArea';
import { TextInput } from '../atoms/TextInput';
import { FormDocument } from '../molecules/FormDocument';

interface RunFormProps {
  inputs: readonly ToolInput[];
  initial?: FormValues | undefined;
  /** What the server found wrong, by field as in `inputs.period`. */
  errors?: readonly { field: string; message: string }[] | undefined;
  busy: boolean;
  /** Where a document goes to be read. */
  takeDocument: TakeDocument;
  /** The values, and the form as people read it. */
  onRun: (values: FormValues, text: string) => void;
  children?: ReactNode;
}

interface FieldProps {
  input: ToolInput;
  takeDocument: TakeDocument;
  value: FormValue;
  onChange: (value: FormValue) => void;
}

const MOST = { text: 200, long_text: 20_000 };

const TAKEN =
  '.hwp,.hwpx,.pdf,.docx,.xlsx,.pptx,.txt,.md,.csv,.json,.html,.htm,.eml,.epub,.zip,image/png,image/jpeg,image/webp,image/gif';

function FileField({ input, label, value, takeDocument, onChange }: FieldProps & { label: string }) {
  const [refused, setRefused] = useState<string>();
  const taken = useRef<TakenDocument>(undefined);
  useEffect(() => () => taken.current?.leave(), []);
  const { document, fileName } = value;
  const name = fileName ?? (value.picture ? (value.picture.name ?? m.form_picture()) : undefined);
  const drop = () => {
    taken.current?.remove();
    taken.current = undefined;
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    drop();
    const read = await readFormFile(file);
    const picture = PICTURE_TYPES.includes(file.type);
    setRefused(!read && picture ? file.name : undefined);
    if (read ?? picture) return onChange(read ?? {});
    taken.current = takeDocument(file, (state) => onChange({ fileName: file.name, document: state }));
  };
  return (
    <div>
      <TextInput
        label={label}
        type="file"
        accept={TAKEN}
        required={!!input.required && !name}
        onChange={(event) => void take(event.target.files?.[0])}
        className="h-auto py-2 text-sm"
      />
      <p className="mt-1 text-sm text-ink-2">{m.form_file_hint()}</p>
      {document && (
        <FormDocument
          name={fileName ?? ''}
          state={document}
          onRetry={() => taken.current?.retry()}
          onRemove={() => {
            drop();
            onChange({});
          }}
        />
      )}
      {name && !document && (
        <p role="status" className="mt-1 flex items-center gap-1 text-sm font-semibold">
          <span className="min-w-0 truncate">{m.form_file_chosen({ name })}</span>
          <IconButton icon={X} label={m.form_file_remove()} onClick={() => onChange({})} />
        </p>
      )}
      {value.sent && <p className="mt-1 text-sm text-ink-2">{m.form_file_sent()}</p>}
      {refused && (
        <p role="alert" className="mt-1 text-sm text-danger">
          {m.form_file_refused({ name: refused })}
        </p>
      )}
    </div>
  );
}

function Field({ input, value, takeDocument, onChange }: FieldProps) {
  const { kind, required, maxLength, options = [], min, max } = input;
  const label = required ? wordsOf(input.label) : `${wordsOf(input.label)} (${m.form_optional()})`;
  const text = value.value ?? '';
  const write = (next: string) => onChange({ value: next });
  if (kind === 'file')
    return (
      <FileField input={input} label={label} value={value} takeDocument={takeDocument} onChange={onChange} />
    );
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
export function RunForm({
  inputs,
  initial = {},
  errors = [],
  busy,
  takeDocument,
  onRun,
  children,
}: RunFormProps) {
  const [values, setValues] = useState<FormValues>(initial);
  const [unchosen, setUnchosen] = useState(false);
  const filled = filledOf(inputs, values);
  const missing = inputs.some(({ name, kind, required }) => kind === 'choice' && required && !filled[name]);
  const unread = Object.values(filled).some(isUnread);
  const others = errors.filter(({ field }) => !inputs.some(({ name }) => field === `inputs.${name}`));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setUnchosen(missing);
        if (!missing && !busy && !unread && Object.keys(filled).length)
          onRun(filled, readForm(inputs, filled));
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
              takeDocument={takeDocument}
              // documents are told of later than other fields change
              onChange={(value) => setValues((now) => ({ ...now, [input.name]: value }))}
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
        {unread && <p className="min-w-0 flex-1 text-sm text-ink-2">{m.form_file_waiting()}</p>}
        {children}
        <Button look="primary" type="submit" disabled={busy || unread || !Object.keys(filled).length}>
          {busy ? m.form_running() : m.form_run()}
        </Button>
      </div>
    </form>
  );
}
