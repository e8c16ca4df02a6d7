import { ArrowDownRight, ArrowUpRight, Equal } from 'lucide-react';
import { percentText } from '@/lib/amountText';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';

/** How a number stands to the one of the period before. Neither way is good or bad in itself. */
export function Change({ value, before, period }: { value: number; before: number; period: string }) {
  if (before === value) return <Row icon={Equal} text={m.change_same({ period })} />;
  if (!before) return <Row icon={ArrowUpRight} text={m.change_none({ period })} />;
  const change = percentText(Math.abs(value - before) / before);
  return value > before ? (
    <Row icon={ArrowUpRight} text={m.change_up({ change, period })} />
  ) : (
    <Row icon={ArrowDownRight} text={m.change_down({ change, period })} />
  );
}

function Row({ icon, text }: { icon: typeof Equal; text: string }) {
  return (
    <span className="flex items-start gap-1">
      <Icon of={icon} size={14} className="mt-px" />
      {text}
    </span>
  );
}
