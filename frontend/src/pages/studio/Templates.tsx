import { ToolMark } from '@/components/atoms/ToolMark';
import type { ToolDraft } from '@/lib/api/types';
import { wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { TEMPLATES } from './templates';

interface TemplatesProps {
  blank: ToolDraft;
  onChoose: (draft: ToolDraft) => void;
}

/** What a new tool may begin from. */
export function Templates({ blank, onChoose }: TemplatesProps) {
  const all = [
    { id: 'blank', draft: blank, title: m.studio_template_blank(), text: m.studio_template_blank_text() },
    ...TEMPLATES.map(({ id, draft }) => ({
      id,
      draft,
      title: wordsOf(draft.name),
      text: wordsOf(draft.description),
    })),
  ];
  return (
    <section aria-label={m.studio_templates()}>
      <h2 className="mb-3 font-semibold">{m.studio_templates()}</h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {all.map(({ id, draft, title, text }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onChoose(draft)}
              className="flex h-full w-full items-start gap-3 rounded-lg border border-line bg-surface p-4 text-left transition-colors duration-150 hover:border-line-strong hover:bg-sunken"
            >
              <ToolMark icon={draft.icon} id={id} />
              <span className="min-w-0">
                <span className="block font-semibold">{title}</span>
                <span className="block text-sm text-ink-2">{text}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
