import { Download } from 'lucide-react';
import { Icon } from '@/components/atoms/Icon';
import { isJson, tableCsv } from '@/lib/answerFiles';
import { keepText } from '@/lib/keepText';
import { m } from '@/paraglide/messages';

function Save({ label, onSave }: { label: string; onSave: () => void }) {
  return (
    <button
      type="button"
      onClick={onSave}
      className="ml-1 inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-xs text-ink-2 transition-colors duration-150 hover:bg-sunken hover:text-ink"
    >
      <Icon of={Download} size={16} />
      {label}
    </button>
  );
}

interface AnswerFilesProps {
  text: string;
  /** Whether a tool wrote it, whose documents are kept. */
  whole: boolean;
}

/** What an answer can be kept as: JSON, the first table of it, or a document. */
export default function AnswerFiles({ text, whole }: AnswerFilesProps) {
  if (isJson(text))
    return (
      <Save label={m.answer_save_json()} onSave={() => keepText('answer.json', 'application/json', text)} />
    );
  const csv = tableCsv(text);
  return (
    <>
      {csv && (
        // the mark tells spreadsheets that it is UTF-8
        <Save label={m.answer_save_csv()} onSave={() => keepText('answer.csv', 'text/csv', `\ufeff${csv}`)} />
      )}
      {whole && /^#\s/.test(text) && (
        <Save label={m.answer_save_md()} onSave={() => keepText('answer.md', 'text/markdown', text)} />
      )}
    </>
  );
}
