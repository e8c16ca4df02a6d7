import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { Dialog } from '@/components/molecules/Dialog';
import { FieldNotes } from '@/components/molecules/FieldNotes';
import { TextArea } from '@/components/atoms/TextArea';
import { useGoldenChanges } from '@/features/tools/hooks/useGolden';
import { ProblemError } from '@/lib/api/problem';
import type { GoldenDraft, GoldenQuestion } from '@/lib/api/types';
import { EXPECTED_TEXT, linesOf } from '@/lib/goldenText';
import { toastError } from '@/lib/toasts';
import { m } from '@/paraglide/messages';

type Field = keyof GoldenDraft;
type Written = Record<Field, string>;

const HELP: Record<Field, () => string> = {
  question: m.golden_question_help,
  facts: m.golden_facts_help,
  documents: m.golden_documents_help,
  passages: m.golden_passages_help,
  rubric: m.golden_rubric_help,
  exact: m.golden_exact_help,
  json: m.golden_json_help,
};
const MOST: Partial<Record<Field, number>> = { question: 2000, rubric: 2000, exact: 4000, json: 4000 };
const USUAL: Field[] = ['facts', 'documents', 'passages'];
const CLOSER: Field[] = ['rubric', 'exact', 'json'];

const writtenOf = (given: Partial<GoldenQuestion>): Written => ({
  question: given.question ?? '',
  facts: given.facts?.join('\n') ?? '',
  documents: given.documents?.join('\n') ?? '',
  passages: given.passages?.join('\n') ?? '',
  rubric: given.rubric ?? '',
  exact: given.exact ?? '',
  json: given.json ?? '',
});

function draftOf({ question, facts, documents, passages, rubric, exact, json }: Written): GoldenDraft {
  const some = (lines: string[]) => (lines.length ? lines : undefined);
  const draft = {
    question: question.trim(),
    facts: some(linesOf(facts)),
    documents: some(linesOf(documents)),
    passages: some(linesOf(passages)),
    rubric: rubric.trim() || undefined,
    exact: exact.trim() || undefined,
    json: json.trim() || undefined,
  };
  // what is undefined is not sent
  return JSON.parse(JSON.stringify(draft)) as GoldenDraft;
}

interface GoldenDialogProps {
  toolId: string;
  /** What is known already: all of a question that is changed, or some of a new one. */
  given: Partial<GoldenQuestion>;
  onSaved?: () => void;
  onClose: () => void;
}

/** One golden question: what is asked, and what is expected of the answer. */
export default function GoldenDialog({ toolId, given, onSaved, onClose }: GoldenDialogProps) {
  const form = useId();
  const { save } = useGoldenChanges(toolId);
  const [written, setWritten] = useState(() => writtenOf(given));
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([]);
  const { question, ...expected } = written;
  const nothing = Object.values(expected).every((text) => !text.trim());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await save(draftOf(written), given.id);
      onSaved?.();
      onClose();
    } catch (error) {
      const wrong = error instanceof ProblemError ? error.problem.errors : undefined;
      if (wrong?.length) setErrors(wrong);
      else toastError(error);
    } finally {
      setBusy(false);
    }
  };
  const field = (name: Field, rows: number) => {
    const wrong = errors.filter((each) => each.field.split(/[[.]/, 1)[0] === name);
    return (
      <div key={name}>
        <TextArea
          label={EXPECTED_TEXT[name]()}
          aria-describedby={`${form}-${name}`}
          aria-invalid={wrong.length > 0}
          rows={rows}
          required={name === 'question'}
          maxLength={MOST[name]}
          value={written[name]}
          onChange={({ target }) => {
            setErrors(errors.filter((each) => !wrong.includes(each)));
            setWritten({ ...written, [name]: target.value });
          }}
        />
        <FieldNotes id={`${form}-${name}`} help={HELP[name]()} errors={wrong.map(({ message }) => message)} />
      </div>
    );
  };
  return (
    <Dialog
      wide
      title={given.id ? m.golden_edit() : m.golden_add()}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" type="submit" form={form} disabled={busy || !question.trim() || nothing}>
            {m.save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} className="space-y-4">
        {field('question', 2)}
        <div className="border-t border-line pt-4">
          <h3 className="font-semibold">{m.golden_expected()}</h3>
          <p className="text-sm text-ink-2">{m.golden_expected_help()}</p>
        </div>
        {USUAL.map((name) => field(name, 2))}
        <details
          open={
            CLOSER.some((name) => written[name] || errors.some((each) => each.field === name)) || undefined
          }
        >
          <summary className="text-sm font-semibold text-accent">{m.golden_more()}</summary>
          <div className="mt-3 space-y-4">{CLOSER.map((name) => field(name, 3))}</div>
        </details>
        {question.trim() && nothing && <p className="text-sm text-ink-2">{m.golden_nothing()}</p>}
      </form>
    </Dialog>
  );
}
