import { m } from '@/paraglide/messages';

const FAILURES: Record<string, () => string> = {
  rate_limited: m.model_failure_rate_limited,
  unavailable: m.model_failure_unavailable,
  no_first_token: m.model_failure_no_first_token,
  silence: m.model_failure_silence,
  cut: m.model_failure_cut,
  garbled: m.model_failure_garbled,
  key_refused: m.model_failure_key_refused,
  no_key: m.model_failure_no_key,
  unknown_model: m.model_failure_unknown_model,
  content_refused: m.model_failure_content_refused,
  too_long: m.model_failure_too_long,
  invalid: m.model_failure_invalid,
  cancelled: m.model_failure_cancelled,
};

/** Why a model gave no whole answer. */
export const failureText = (kind: string): string => FAILURES[kind]?.() ?? m.model_failure_unavailable();

const SKIPS: Record<string, () => string> = {
  clearance: m.model_skip_clearance,
  ability: m.model_skip_ability,
  too_long: m.model_skip_too_long,
  personal_data: m.model_skip_personal_data,
  budget: m.model_skip_budget,
  resting: m.model_skip_resting,
  busy: m.model_skip_busy,
};

/** Why a model was passed over. */
export const skipText = (reason: string): string => SKIPS[reason]?.() ?? m.model_skip_busy();

const ADVICE: Record<string, () => string> = {
  key_refused: m.model_advice_key,
  no_key: m.model_advice_key,
  unknown_model: m.model_advice_name,
  invalid: m.model_advice_name,
  rate_limited: m.model_advice_wait,
  silence: m.model_advice_wait,
  cut: m.model_advice_wait,
};

/** What an administrator does about a failed test. */
export const failedTestText = (kind: string): string =>
  m.model_test_failed({ reason: failureText(kind), advice: (ADVICE[kind] ?? m.model_advice_address)() });

const MASKS: Record<string, () => string> = {
  resident_number: m.mask_resident_number,
  passport: m.mask_passport,
  driver_licence: m.mask_driver_licence,
  phone: m.mask_phone,
  card: m.mask_card,
  bank_account: m.mask_bank_account,
  business_number: m.mask_business_number,
  email: m.mask_email,
  address: m.mask_address,
  secret: m.mask_secret,
  custom: m.mask_custom,
};

/** A kind of personal data. */
export const maskText = (kind: string): string => MASKS[kind]?.() ?? kind;
