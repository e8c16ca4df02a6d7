import {
  Archive,
  CircleCheck,
  Clock,
  LoaderCircle,
  MessageSquareReply,
  PencilLine,
  type LucideIcon,
} from 'lucide-react';
import type { ToolStatus } from '@/lib/api/types';
import { statusText } from '@/lib/toolText';
import { Icon } from './Icon';

const LOOKS: Record<ToolStatus, [LucideIcon, string]> = {
  DRAFT: [PencilLine, 'text-ink-2'],
  EVALUATING: [LoaderCircle, 'text-info'],
  SUBMITTED: [Clock, 'text-info'],
  RETURNED: [MessageSquareReply, 'text-warn'],
  APPROVED: [LoaderCircle, 'text-accent'],
  RELEASING: [LoaderCircle, 'text-accent'],
  LIVE: [CircleCheck, 'text-ok'],
  RETIRED: [Archive, 'text-ink-2'],
};

/** Where a tool stands, in words. */
export function ToolStatusBadge({ status }: { status: ToolStatus }) {
  const [icon, tone] = LOOKS[status];
  return (
    <span
      data-status={status}
      className={`inline-flex shrink-0 items-center gap-1.5 text-sm font-semibold whitespace-nowrap ${tone}`}
    >
      <Icon of={icon} size={16} className={icon === LoaderCircle ? 'animate-spin' : ''} />
      {statusText[status]()}
    </span>
  );
}
