import type { RoutingPolicy } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

type Code = RoutingPolicy['policy'];

const NAMES: Record<Code, () => string> = {
  best: m.policy_best,
  fast: m.policy_fast,
  cheap: m.policy_cheap,
  private: m.policy_private,
};
const HINTS: Record<Code, () => string> = {
  best: m.policy_best_hint,
  fast: m.policy_fast_hint,
  cheap: m.policy_cheap_hint,
  private: m.policy_private_hint,
};

export const policyText = (code: Code): string => NAMES[code]();
export const policyHint = (code: Code): string => HINTS[code]();

/** Why a model of a policy is passed over; nothing when it is asked. */
export const memberState = ({
  enabled,
  usable,
}: {
  enabled: boolean;
  usable: boolean;
}): string | undefined =>
  enabled ? (usable ? undefined : m.policy_member_keyless()) : m.policy_member_off();
