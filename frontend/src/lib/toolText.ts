import { m } from '@/paraglide/messages';
import type {
  Tool,
  ToolCategory,
  ToolDraft,
  ToolIcon,
  ToolInput,
  ToolOutput,
  ToolRelease,
  ToolSampling,
  ToolStatus,
} from './api/types';
import { locale } from './locale';
import { shownName } from './shownName';

interface Words {
  ko?: string;
  en?: string;
}

/** In the reader's language, or in the other when there is no such. */
export const wordsOf = (words: Words | undefined): string =>
  words?.[locale.get()] ?? words?.ko ?? words?.en ?? '';

/** A tool's name as it may stand among other words. */
export const toolName = ({ name }: { name: Words }): string => shownName(wordsOf(name));

export const ownerText = (owner: { kind: 'person' | 'group'; name: string }): string =>
  (owner.kind === 'group' ? m.tool_owner_group : m.tool_owner)({ name: shownName(owner.name) });

export const statusText: Record<ToolStatus, () => string> = {
  DRAFT: m.tool_status_draft,
  EVALUATING: m.tool_status_evaluating,
  SUBMITTED: m.tool_status_submitted,
  RETURNED: m.tool_status_returned,
  APPROVED: m.tool_status_approved,
  RELEASING: m.tool_status_releasing,
  LIVE: m.tool_status_live,
  RETIRED: m.tool_status_retired,
};

export const ICON_TEXT: Record<ToolIcon, () => string> = {
  chat: m.tool_icon_chat,
  search: m.tool_icon_search,
  book: m.tool_icon_book,
  document: m.tool_icon_document,
  pencil: m.tool_icon_pencil,
  translate: m.tool_icon_translate,
  table: m.tool_icon_table,
  chart: m.tool_icon_chart,
  calculator: m.tool_icon_calculator,
  calendar: m.tool_icon_calendar,
  people: m.tool_icon_people,
  scales: m.tool_icon_scales,
  shield: m.tool_icon_shield,
  code: m.tool_icon_code,
  lightbulb: m.tool_icon_lightbulb,
  headset: m.tool_icon_headset,
};

export const CATEGORY_TEXT: Record<ToolCategory, () => string> = {
  general: m.tool_category_general,
  hr: m.tool_category_hr,
  finance: m.tool_category_finance,
  legal: m.tool_category_legal,
  sales: m.tool_category_sales,
  it: m.tool_category_it,
  documents: m.tool_category_documents,
  language: m.tool_category_language,
  other: m.tool_category_other,
};

export const CATEGORIES = Object.keys(CATEGORY_TEXT) as ToolCategory[];

export const INPUT_TEXT: Record<ToolInput['kind'], () => string> = {
  text: m.tool_input_text,
  long_text: m.tool_input_long_text,
  choice: m.tool_input_choice,
  number: m.tool_input_number,
  date: m.tool_input_date,
  file: m.tool_input_file,
};

export const INPUT_KINDS = Object.keys(INPUT_TEXT) as ToolInput['kind'][];

export const OUTPUT_TEXT: Record<ToolOutput['kind'], () => string> = {
  chat: m.tool_output_chat,
  document: m.tool_output_document,
  table: m.tool_output_table,
  json: m.tool_output_json,
};

export const OUTPUT_KINDS = Object.keys(OUTPUT_TEXT) as ToolOutput['kind'][];

export const EFFORT_TEXT: Record<NonNullable<ToolSampling['effort']>, () => string> = {
  low: m.tool_effort_low,
  medium: m.tool_effort_medium,
  high: m.tool_effort_high,
};

export const TOOL_ICONS = Object.keys(ICON_TEXT) as ToolIcon[];

/** Whether nothing of a tool may be changed now: others look at it, or it is over. */
export const isFixed = ({ status }: Pick<Tool, 'status'>): boolean =>
  ['EVALUATING', 'SUBMITTED', 'APPROVED', 'RELEASING', 'RETIRED'].includes(status);

/** What a tool is made of, as it is sent. */
export const draftOf = ({
  name,
  icon,
  description,
  instructions,
  model,
  collectionIds,
  starters,
  category,
  inputs,
  output,
  sampling,
  actions = [],
}: Tool | ToolRelease): ToolDraft => ({
  name,
  icon,
  ...(description ? { description } : {}),
  ...(instructions ? { instructions } : {}),
  ...(model ? { model } : {}),
  collectionIds,
  starters,
  category,
  inputs,
  output,
  sampling,
  ...(actions.length ? { actionIds: actions.map(({ id }) => id) } : {}),
});

const written = ({ ko = '', en = '' }: Words): Words | undefined => {
  const words = { ...(ko.trim() ? { ko: ko.trim() } : {}), ...(en.trim() ? { en: en.trim() } : {}) };
  return words.ko || words.en ? words : undefined;
};

/** A field of a form without what its kind does not have. */
function tidyInput({
  name,
  kind,
  label,
  hint,
  required,
  maxLength,
  options,
  min,
  max,
}: ToolInput): ToolInput {
  const hinted = written(hint ?? {});
  const words = kind === 'text' || kind === 'long_text';
  return {
    name,
    kind,
    label: written(label) ?? {},
    ...(hinted ? { hint: hinted } : {}),
    required: required ?? false,
    ...(words && maxLength ? { maxLength } : {}),
    ...(kind === 'choice'
      ? { options: (options ?? []).map(written).filter((option) => option !== undefined) }
      : {}),
    ...(kind === 'number' && min !== undefined ? { min } : {}),
    ...(kind === 'number' && max !== undefined ? { max } : {}),
  };
}

/** The same without what was left empty, which the server refuses. */
export function tidy({
  name,
  icon,
  description,
  instructions,
  model,
  collectionIds,
  starters,
  category = 'other',
  inputs = [],
  output = { kind: 'chat' },
  sampling = {},
  actionIds,
}: ToolDraft): ToolDraft {
  const described = written(description ?? {});
  const asked = starters?.map(written).filter((starter) => starter !== undefined);
  return {
    name: written(name) ?? {},
    icon,
    ...(described ? { description: described } : {}),
    ...(instructions?.trim() ? { instructions: instructions.trim() } : {}),
    ...(model ? { model } : {}),
    collectionIds: collectionIds ?? [],
    starters: asked ?? [],
    category,
    inputs: inputs.map(tidyInput),
    output,
    sampling,
    ...(actionIds?.length ? { actionIds } : {}),
  };
}
