import type { ModelChange, RoutingPolicy } from '@/lib/api/types';
import { numberText } from '@/lib/format';
import { maskText } from '@/lib/modelText';
import { m } from '@/paraglide/messages';
import { CLEARANCES, clearanceText } from './clearance';
import { policyText } from './policyText';

const POLICIES: readonly string[] = ['best', 'fast', 'cheap', 'private'];

const KINDS: Record<ModelChange['kind'], () => string> = {
  provider: m.provider,
  model: m.model,
  default: m.change_default,
  policy: m.policies_tab,
  cache: m.cache_tab,
  key: m.key,
  pattern: m.masks_tab,
};

const ACTIONS: Record<ModelChange['action'], () => string> = {
  added: m.change_added,
  changed: m.change_changed,
  reset: m.change_reset,
  removed: m.change_removed,
};

const price = (what: () => string) => () => m.change_price({ what: what() });
const FIELDS: Record<string, () => string> = {
  name: m.model_name,
  kind: m.provider_kind,
  provider: m.provider,
  baseUrl: m.provider_address,
  region: m.provider_region,
  clearance: m.clearance,
  vendorName: m.model_vendor_name,
  contextTokens: m.model_context_tokens,
  maxOutputTokens: m.model_max_output,
  reads: m.change_reads,
  tools: m.model_tools,
  jsonSchema: m.model_schema,
  effort: m.model_effort,
  sampling: m.model_sampling,
  enabled: m.change_enabled,
  model: m.model,
  models: m.models_tab,
  seconds: m.change_seconds,
  regex: m.mask_regex,
  label: m.mask_label,
  'price.input': price(m.price_input),
  'price.cachedInput': price(m.price_cached),
  'price.output': price(m.price_output),
  'price.currency': price(m.price_currency),
  'price.longAbove': m.price_long_above,
  'price.longInput': price(m.price_long_input),
  'price.longOutput': price(m.price_long_output),
  'price.cacheWriteTimes': m.price_cache_write,
  'price.asOf': m.price_as_of,
  'price.source': price(m.price_source),
};
const MASKS = 'masks.actions.';
const VALUES: Record<string, () => string> = {
  true: m.change_on,
  false: m.change_off,
  TEXT: m.change_text,
  IMAGE: m.change_image,
  'IMAGE, TEXT': m.change_text_and_image,
  MASK: m.mask_action_mask,
  BLOCK: m.mask_action_block,
  ALLOW: m.mask_action_allow,
  NONE: m.model_effort_none,
  LEVEL: m.model_effort_level,
  BUDGET: m.model_effort_budget,
};

const isPolicy = (code: string): code is RoutingPolicy['policy'] => POLICIES.includes(code);

/** What was changed, as people know it. */
export const subjectText = ({ kind, subject, name }: ModelChange): string =>
  kind === 'default' || kind === 'cache'
    ? KINDS[kind]()
    : m.change_of({
        kind: KINDS[kind](),
        name: name ?? (kind === 'policy' && isPolicy(subject) ? policyText(subject) : subject),
      });

export const changeActionText = ({ action }: ModelChange): string => ACTIONS[action]();

export const fieldText = (field: string): string =>
  field.startsWith(MASKS) ? maskText(field.slice(MASKS.length).toLowerCase()) : (FIELDS[field]?.() ?? field);

/** A value before or after; what was not there is a dash, or what that means. */
export function valueText(field: string, value: string | undefined): string {
  if (value === undefined)
    return field === 'models' ? m.change_shipped() : field.startsWith(MASKS) ? m.mask_action_mask() : '–';
  const clearance = CLEARANCES.find((each) => each === value.toLowerCase());
  if (field === 'clearance' && clearance) return clearanceText(clearance);
  if (field === 'model' && isPolicy(value)) return policyText(value);
  if (/^\d+(\.\d+)?$/.test(value)) return numberText(Number(value));
  return VALUES[value]?.() ?? value;
}
