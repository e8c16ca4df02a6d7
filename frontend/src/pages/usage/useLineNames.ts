import type { UsageLine } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { useModelNames } from './useModelNames';

export type Parting = 'person' | 'group' | 'tool' | 'model';

/** What a line of a report is called; what is gone and what nobody has are told apart. */
export function useLineNames() {
  const modelName = useModelNames();
  return (by: Parting, { name, subjectId }: Pick<UsageLine, 'name' | 'subjectId'>): string => {
    if (by === 'model') return modelName(name ?? '');
    if (name) return name;
    if (by === 'person') return subjectId ? m.changed_by_gone() : m.line_no_person();
    if (subjectId) return m.line_gone();
    return by === 'group' ? m.line_no_group() : m.line_no_tool();
  };
}
