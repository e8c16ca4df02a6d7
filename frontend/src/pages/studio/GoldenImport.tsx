import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { TextInput } from '@/components/atoms/TextInput';
import { Dialog } from '@/components/molecules/Dialog';
import { useGoldenChanges } from '@/features/tools/hooks/useGolden';
import { csvCell } from '@/lib/answerFiles';
import { ProblemError } from '@/lib/api/problem';
import type { GoldenDraft } from '@/lib/api/types';
import { decodeCsv, rowErrors, type RowError } from '@/lib/csvText';
import { numberText } from '@/lib/format';
import { EXPECTED_TEXT } from '@/lib/goldenText';
import { keepText } from '@/lib/keepText';
import { toastDone, toastError } from '@/lib/toasts';
import { m } from '@/paraglide/messages';

const MOST = 1_000_000;
/** No letter takes more. */
const BYTES_A_LETTER = 4;

interface Chosen {
  name: string;
  text: string;
  korean: boolean;
}

const exampleCsv = () => {
  const sample = [
    m.golden_import_sample_question(),
    m.golden_import_sample_facts(),
    m.golden_import_sample_document(),
  ];
  const columns = m.golden_import_header().split(',');
  const row = columns.map((_, at) => csvCell(sample[at] ?? '')).join(',');
  return `${columns.join(',')}\r\n${row}\r\n`;
};

function wordsOf({ row, column, message }: RowError): string {
  const name = EXPECTED_TEXT[column as keyof GoldenDraft]?.();
  return [...(row ? [m.golden_import_row({ row })] : []), ...(name ? [name] : []), message].join(' · ');
}

/** Many golden questions at once: all rows of a file, or none and the reason of every row. */
export default function GoldenImport({ toolId, onClose }: { toolId: string; onClose: () => void }) {
  const help = useId();
  const { take } = useGoldenChanges(toolId);
  const [chosen, setChosen] = useState<Chosen>();
  const [refused, setRefused] = useState<string>();
  const [wrong, setWrong] = useState<readonly RowError[]>([]);
  const [busy, setBusy] = useState(false);
  const choose = async (file: File | undefined) => {
    setWrong([]);
    setRefused(undefined);
    setChosen(undefined);
    if (!file) return;
    const { name } = file;
    const read =
      file.size <= MOST * BYTES_A_LETTER ? decodeCsv(new Uint8Array(await file.arrayBuffer())) : undefined;
    if (file.size > MOST * BYTES_A_LETTER || (read && read.text.length > MOST))
      setRefused(m.golden_import_large({ name }));
    else if (!read?.text.trim()) setRefused(m.golden_import_unreadable({ name }));
    else setChosen({ name, ...read });
  };
  const add = async ({ text }: Chosen) => {
    setBusy(true);
    try {
      const added = await take(text);
      toastDone(m.golden_imported({ count: numberText(added) }), '');
      onClose();
    } catch (error) {
      const errors = error instanceof ProblemError ? error.problem.errors : undefined;
      if (errors?.length) setWrong(rowErrors(errors));
      else toastError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      wide
      title={m.golden_import_title()}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button
            look="primary"
            disabled={busy || !chosen || wrong.length > 0}
            onClick={() => chosen && void add(chosen)}
          >
            {m.golden_import_verb()}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <p id={help} className="text-sm text-ink-2">
          {m.golden_import_text()}
        </p>
        <Button
          icon={<Icon of={Download} size={16} />}
          // the mark tells spreadsheets that it is UTF-8
          onClick={() => keepText(m.golden_import_name(), 'text/csv', `\ufeff${exampleCsv()}`)}
        >
          {m.golden_import_example()}
        </Button>
        <div>
          <TextInput
            label={m.golden_import_file()}
            type="file"
            accept=".csv,text/csv,text/plain"
            aria-describedby={help}
            onChange={({ target }) => void choose(target.files?.[0])}
            className="h-auto py-2 text-sm"
          />
          {chosen?.korean && <p className="mt-1 text-sm text-ink-2">{m.golden_import_encoding()}</p>}
          {refused && (
            <p role="alert" className="mt-1 text-sm text-danger">
              {refused}
            </p>
          )}
        </div>
        {wrong.length > 0 && (
          <div role="alert" className="border-l-2 border-warn pl-3 text-sm">
            <p className="font-semibold">{m.golden_import_problems({ count: numberText(wrong.length) })}</p>
            <ul>
              {wrong.map((each, at) => (
                <li key={at} data-row={each.row} className="[overflow-wrap:anywhere]">
                  {wordsOf(each)}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  );
}
