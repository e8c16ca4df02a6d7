import { m } from '@/paraglide/messages';
import { percentText } from './amountText';
import type { ToolEvent, ToolReason } from './api/types';
import { numberText } from './format';
import { scoreText } from './goldenText';

/** With how many people of a hundred a release may begin. */
export const SHARES = [5, 10, 20, 50, 100] as const;

export const shareText = (percent: number): string =>
  percent === 100 ? m.rollout_all() : m.rollout_share({ percent });

/** Why a release went back or did not come about, with the numbers that decided. */
export function reasonText(reason: ToolReason): string {
  const { cause, sessions = 0, bad = 0, bound = 0, limit = 0, score, threshold = 0, live } = reason;
  const numbers = { sessions: numberText(sessions), bad: numberText(bad) };
  const proof = { ...numbers, bound: percentText(bound), limit: percentText(limit) };
  const others = live
    ? ` ${m.reason_others({ sessions: numberText(live.sessions), bad: numberText(live.bad) })}`
    : '';
  switch (cause) {
    case 'errors':
      return m.reason_errors(proof) + others;
    case 'feedback':
      return m.reason_feedback(proof) + others;
    case 'golden':
    case 'not_proven':
      return score === undefined
        ? m.reason_not_proven()
        : m.reason_golden({ score: scoreText(score), threshold: scoreText(threshold) });
    case 'hand':
      return m.reason_hand();
    case 'collections_gone':
      return m.reason_collections_gone();
    case 'not_released':
      return m.reason_not_released();
  }
}

/** What happened, in a line. */
export function eventText({ act, number = 0, percent = 0, backTo, words = '' }: ToolEvent): string {
  switch (act) {
    case 'CREATED':
      return m.tool_history_created();
    case 'CHANGED':
      return m.tool_history_changed();
    case 'EVALUATING':
      return m.tool_history_evaluating();
    case 'NOT_PROVEN':
      return m.tool_history_not_proven();
    case 'SUBMITTED':
      return m.tool_history_submitted();
    case 'WITHDRAWN':
      return m.tool_history_withdrawn();
    case 'APPROVED':
      return m.tool_history_approved({ share: shareText(percent) });
    case 'RETURNED':
      return m.tool_history_returned();
    case 'NOT_RELEASED':
      return m.tool_history_not_released();
    case 'RELEASED':
      return m.tool_history_released({ number, share: shareText(percent) });
    case 'WIDENED':
      return m.tool_history_widened({ number, percent });
    case 'PROMOTED':
      return m.tool_history_promoted({ number });
    case 'ROLLED_BACK':
      return backTo ? m.tool_history_rolled_back({ number, backTo }) : m.tool_history_taken_off({ number });
    case 'RETIRED':
      return m.tool_history_retired();
    case 'HANDED_OVER':
      return m.tool_history_handed_over({ name: words });
  }
}

/** Words that somebody said, and not the name of who owns it now. */
export const said = ({ act, words }: ToolEvent): string | undefined =>
  act === 'HANDED_OVER' ? undefined : words;
