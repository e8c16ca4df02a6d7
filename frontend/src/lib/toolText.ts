import { m } from '@/paraglide/messages';
import type { Tool, ToolDraft, ToolIcon, ToolRelease, ToolStatus } from './api/types';
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

export const TOOL_ICONS = Object.keys(ICON_TEXT) as ToolIcon[];

/** Whether nothing of a tool may be changed now: others look at it, or it is over. */
export const isFixed = ({ status }: Pick<Tool, 'status'>): boolean =>
  status === 'SUBMITTED' || status === 'APPROVED' || status === 'RELEASING' || status === 'RETIRED';

/** What a tool is made of, as it is sent. */
export const draftOf = ({
  name,
  icon,
  description,
  instructions,
  model,
  collectionIds,
  starters,
  actions = [],
}: Tool | ToolRelease): ToolDraft => ({
  name,
  icon,
  ...(description ? { description } : {}),
  ...(instructions ? { instructions } : {}),
  ...(model ? { model } : {}),
  collectionIds,
  starters,
  ...(actions.length ? { actionIds: actions.map(({ id }) => id) } : {}),
});

const written = ({ ko = '', en = '' }: Words): Words | undefined => {
  const words = { ...(ko.trim() ? { ko: ko.trim() } : {}), ...(en.trim() ? { en: en.trim() } : {}) };
  return words.ko || words.en ? words : undefined;
};

/** The same without what was left empty, which the server refuses. */
export function tidy({
  name,
  icon,
  description,
  instructions,
  model,
  collectionIds,
  starters,
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
    ...(actionIds?.length ? { actionIds } : {}),
  };
}
