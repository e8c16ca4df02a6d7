import { Plus, X } from 'lucide-react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { TextInput } from '@/components/atoms/TextInput';
import type { ToolStarter } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

const MOST = 6;

interface StarterFieldsProps {
  starters: readonly ToolStarter[];
  onChange: (starters: ToolStarter[]) => void;
}

/** The questions that show what a tool may be asked, in both languages. */
export function StarterFields({ starters, onChange }: StarterFieldsProps) {
  const set = (at: number, change: ToolStarter) =>
    onChange(starters.map((starter, index) => (index === at ? { ...starter, ...change } : starter)));
  return (
    <div className="space-y-3">
      {starters.map((starter, index) => (
        <div key={index} className="flex items-end gap-2">
          <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
            <TextInput
              label={m.studio_starter_ko({ number: index + 1 })}
              lang="ko"
              maxLength={200}
              value={starter.ko ?? ''}
              onChange={(event) => set(index, { ko: event.target.value })}
            />
            <TextInput
              label={m.studio_starter_en({ number: index + 1 })}
              lang="en"
              maxLength={200}
              value={starter.en ?? ''}
              onChange={(event) => set(index, { en: event.target.value })}
            />
          </div>
          <IconButton
            className="mb-1"
            icon={X}
            label={m.studio_starter_remove({ number: index + 1 })}
            onClick={() => onChange(starters.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {starters.length < MOST && (
        <Button icon={<Icon of={Plus} size={16} />} onClick={() => onChange([...starters, {}])}>
          {m.studio_starter_add()}
        </Button>
      )}
    </div>
  );
}
