import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ToolAction, ToolDraft, ToolInput, ToolSampling } from '@/lib/api/types';
import { type DiffText, wordDiff } from '@/lib/wordDiff';
import { CATEGORY_TEXT, EFFORT_TEXT, ICON_TEXT, INPUT_TEXT, OUTPUT_TEXT } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';

interface ToolFactsProps {
  tool: ToolDraft;
  /** What it may do outside, as it was pinned. */
  actions?: readonly ToolAction[] | undefined;
  /** What it is compared with; only what differs is shown then. */
  before?: ToolDraft | undefined;
  actionsBefore?: readonly ToolAction[] | undefined;
  /** A collection's name; nothing when the reader may not see it. */
  nameOf: (collectionId: string) => string | undefined;
  modelName: (id: string) => string;
}

const both = ({ ko, en }: { ko?: string; en?: string } = {}) =>
  [ko, en].filter((words) => words !== undefined);

const inputLine = ({ label, kind, required, hint, options, maxLength, min, max }: ToolInput) =>
  [
    both(label).join(' / '),
    INPUT_TEXT[kind](),
    ...(required ? [m.tool_input_required()] : []),
    ...(maxLength ? [m.tool_input_up_to({ count: maxLength })] : []),
    ...(min !== undefined || max !== undefined ? [`${min ?? ''}–${max ?? ''}`] : []),
    ...(options?.length ? [options.map((option) => both(option).join(' / ')).join(', ')] : []),
    ...both(hint),
  ].join(' · ');

const samplingLines = ({ temperature, effort }: ToolSampling) => [
  ...(temperature !== undefined ? [`${m.tool_temperature()} ${temperature}`] : []),
  ...(effort ? [`${m.tool_effort()} ${EFFORT_TEXT[effort]()}`] : []),
  ...(temperature === undefined && !effort ? [m.tool_sampling_usual()] : []),
];

/** A tool as lines under headings, so that two can be read beside each other. */
function rowsOf(
  tool: ToolDraft,
  actions: readonly ToolAction[],
  { nameOf, modelName }: Pick<ToolFactsProps, 'nameOf' | 'modelName'>,
) {
  const ids = tool.collectionIds ?? [];
  return [
    { label: m.tool_name(), lines: both(tool.name) },
    { label: m.tool_icon(), lines: [ICON_TEXT[tool.icon]()] },
    { label: m.tool_description(), lines: both(tool.description) },
    { label: m.tool_instructions(), lines: tool.instructions?.split('\n') ?? [] },
    { label: m.tool_model(), lines: [tool.model ? modelName(tool.model) : m.tool_model_usual()] },
    {
      label: m.tool_collections(),
      // those that cannot be told apart by a name still are by their id
      lines: ids.length
        ? ids.map((id) => nameOf(id) ?? `${m.tool_collection_hidden()} (${id.slice(-6)})`)
        : [m.tool_reads_nothing()],
    },
    {
      label: m.tool_actions(),
      // what was pinned anew without a word that shows differs by its hash
      // the description is what a model is told, in its author's words
      lines: actions.flatMap(({ source, name, description, method, host, path, writing, hash }) => [
        `${m.tool_action_line({
          source,
          name,
          method,
          host,
          path,
          kind: writing ? m.tool_action_kind_writes() : m.tool_action_kind_reads(),
        })} (${hash.slice(0, 8)})`,
        ...(description?.split('\n').map((line) => `“${line}”`) ?? []),
      ]),
    },
    { label: m.tool_starters(), lines: (tool.starters ?? []).map((starter) => both(starter).join(' / ')) },
    { label: m.tool_category(), lines: [CATEGORY_TEXT[tool.category ?? 'other']()] },
    { label: m.tool_inputs(), lines: (tool.inputs ?? []).map(inputLine) },
    {
      label: m.tool_output(),
      lines: [
        OUTPUT_TEXT[tool.output?.kind ?? 'chat'](),
        ...(tool.output?.schema ? JSON.stringify(tool.output.schema, null, 2).split('\n') : []),
      ],
    },
    { label: m.tool_sampling(), lines: samplingLines(tool.sampling ?? {}) },
  ];
}

const LOOKS = {
  same: ['', undefined, undefined],
  added: ['bg-accent-soft text-ink', Plus, m.review_added],
  removed: ['bg-danger-soft text-ink', Minus, m.review_removed],
} as const;

/** A word that changed is struck out or underlined, and a reader hears so. */
function Pieces({ pieces }: { pieces: NonNullable<DiffText['pieces']> }) {
  return pieces.map(({ kind, text }, index) => {
    if (kind === 'same') return text;
    const Mark = kind === 'removed' ? 'del' : 'ins';
    return (
      <Mark key={index} className="font-semibold">
        {text}
      </Mark>
    );
  });
}

/** What was taken away and added, line by line, and word by word in lines that were changed. */
export function Compared({ before, after }: { before: string[]; after: string[] }) {
  return wordDiff(before, after).map(({ kind, text, pieces }, index) => {
    const [tone, icon, word] = LOOKS[kind];
    return (
      <span key={index} data-diff={kind} className={`flex items-start gap-1.5 rounded-sm px-1 ${tone}`}>
        {icon && word ? (
          <>
            <Icon of={icon} size={14} className="mt-1" />
            <span className="sr-only">{word()}</span>
          </>
        ) : (
          <span aria-hidden className="w-3.5 shrink-0" />
        )}
        <span className="min-w-0 flex-1">{pieces ? <Pieces pieces={pieces} /> : text || '\u00a0'}</span>
      </span>
    );
  });
}

/** All that a tool is made of, or how it differs from another. */
export function ToolFacts({
  tool,
  actions = [],
  before,
  actionsBefore = [],
  nameOf,
  modelName,
}: ToolFactsProps) {
  const names = { nameOf, modelName };
  const earlier = before && rowsOf(before, actionsBefore, names);
  const rows = rowsOf(tool, actions, names).map((row, index) => ({
    ...row,
    before: earlier?.[index]?.lines,
  }));
  const shown = rows.filter(({ lines, before: old }) => !old || lines.join('\n') !== old.join('\n'));
  return (
    <dl className="space-y-4">
      {shown.map(({ label, lines, before: old }) => {
        const text: ReactNode = old ? (
          <Compared before={old} after={lines} />
        ) : (
          lines.map((line, index) => (
            <span key={index} className="block">
              {line || '\u00a0'}
            </span>
          ))
        );
        return (
          <div key={label}>
            <dt className="mb-1 text-sm font-semibold text-ink-2">{label}</dt>
            <dd className="[overflow-wrap:anywhere]">
              {lines.length || old?.length ? text : <span className="text-ink-2">{m.tool_none()}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
