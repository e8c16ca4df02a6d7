import { ChevronLeft, ChevronRight } from 'lucide-react';
import { m } from '@/paraglide/messages';
import { IconButton } from '../atoms/IconButton';

interface BranchSwitchProps {
  position: number;
  count: number;
  onStep: (step: -1 | 1) => void;
}

/** "2 / 3": other versions of the same question or answer. */
export function BranchSwitch({ position, count, onStep }: BranchSwitchProps) {
  if (count < 2) return null;
  return (
    <span
      role="group"
      aria-label={m.branch_group()}
      className="inline-flex items-center text-sm text-ink-2 tabular-nums"
    >
      <IconButton
        icon={ChevronLeft}
        label={m.branch_previous()}
        disabled={position === 1}
        onClick={() => onStep(-1)}
      />
      <span>
        {position} / {count}
      </span>
      <IconButton
        icon={ChevronRight}
        label={m.branch_next()}
        disabled={position === count}
        onClick={() => onStep(1)}
      />
    </span>
  );
}
