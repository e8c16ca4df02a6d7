import type { ModelChoice } from './api/types';

export interface ModelGroup {
  provider: string | undefined;
  models: ModelChoice[];
}

/** Policies first, then the models of each provider, in the order in which they came. */
export function modelGroups(choices: readonly ModelChoice[]): ModelGroup[] {
  const groups: ModelGroup[] = [];
  for (const choice of choices) {
    const provider = choice.policy ? undefined : (choice.providerName ?? '');
    const known = groups.find((group) => group.provider === provider);
    if (known) known.models.push(choice);
    else groups.push({ provider, models: [choice] });
  }
  return groups.sort((a, b) => Number(a.provider !== undefined) - Number(b.provider !== undefined));
}
