import { X } from 'lucide-react';
import type { DocumentState } from '@/lib/formValues';
import { numberText } from '@/lib/format';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { IconButton } from '../atoms/IconButton';
import { ProgressBar } from '../atoms/ProgressBar';

/** How much of a document a form is told. */
const MOST = 100_000;

const extent = (characters: number, pages: number | undefined) =>
  [
    ...(pages ? [m.form_file_pages({ count: numberText(pages) })] : []),
    m.form_file_characters({ count: numberText(characters) }),
  ].join(' · ');

const told = (state: DocumentState) => {
  switch (state.phase) {
    case 'uploading':
      return m.form_file_uploading();
    case 'reading':
      return m.form_file_reading();
    case 'ready':
      return m.form_file_read({ extent: extent(state.characters, state.pages) });
    case 'failed':
      return m.form_file_failed();
  }
};

interface FormDocumentProps {
  name: string;
  state: DocumentState;
  onRetry: () => void;
  onRemove: () => void;
}

/** A document that was chosen for a form: how far it is, and what cannot be asked with of it. */
export function FormDocument({ name, state, onRetry, onRemove }: FormDocumentProps) {
  return (
    <div className="mt-1 text-sm" data-document={state.phase}>
      <div className="flex items-center gap-1">
        <p className="min-w-0 flex-1 truncate font-semibold">{name}</p>
        <IconButton icon={X} label={m.form_file_remove()} onClick={onRemove} />
      </div>
      <p role="status" className={state.phase === 'failed' ? 'text-danger' : 'text-ink-2'}>
        {told(state)}
      </p>
      {state.phase === 'uploading' && <ProgressBar share={state.share} label={m.form_file_uploading()} />}
      {state.phase === 'ready' && (
        <>
          {state.characters > MOST && (
            <p className="text-warn">{m.form_file_long({ most: numberText(MOST) })}</p>
          )}
          {state.left.map((message) => (
            <p key={message} className="text-warn">
              {message}
            </p>
          ))}
        </>
      )}
      {state.phase === 'failed' && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p role="alert" className="text-danger">
            {state.reason}
          </p>
          <Button onClick={onRetry}>{m.form_file_retry()}</Button>
        </div>
      )}
    </div>
  );
}
