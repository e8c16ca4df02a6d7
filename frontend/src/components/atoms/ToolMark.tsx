import {
  BookOpen,
  Calculator,
  CalendarDays,
  ChartLine,
  CodeXml,
  FileText,
  Headset,
  Languages,
  Lightbulb,
  MessageCircle,
  PencilLine,
  Scale,
  Search,
  ShieldCheck,
  Table2,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import type { ToolIcon } from '@/lib/api/types';
import { Icon } from './Icon';

const SHAPES: Record<ToolIcon, LucideIcon> = {
  chat: MessageCircle,
  search: Search,
  book: BookOpen,
  document: FileText,
  pencil: PencilLine,
  translate: Languages,
  table: Table2,
  chart: ChartLine,
  calculator: Calculator,
  calendar: CalendarDays,
  people: UsersRound,
  scales: Scale,
  shield: ShieldCheck,
  code: CodeXml,
  lightbulb: Lightbulb,
  headset: Headset,
};

const TINTS = [
  'bg-accent-soft text-accent',
  'bg-warn-soft text-warn',
  'bg-danger-soft text-danger',
  'bg-sunken text-info',
] as const;
const CORNERS = [
  'rounded-xl',
  'rounded-full',
  'rounded-tl-2xl rounded-br-2xl rounded-tr-md rounded-bl-md',
] as const;

const hash = (text: string) =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) >>> 0, 7);

/** The face of a tool: its icon on a colour and shape that come from its id, so that two look apart wherever they meet. */
export function ToolMark({
  icon,
  id,
  size = 'md',
}: {
  icon: ToolIcon;
  id: string;
  size?: 'sm' | 'md' | 'lg';
}) {
  const number = hash(id);
  const [box, glyph] = { sm: ['size-7', 16], md: ['size-10', 20], lg: ['size-14', 26] }[size] as [
    string,
    number,
  ];
  return (
    <span
      aria-hidden
      className={`grid shrink-0 place-items-center ${box} ${TINTS[number % TINTS.length]} ${CORNERS[(number >>> 3) % CORNERS.length]}`}
    >
      <Icon of={SHAPES[icon]} size={glyph} />
    </span>
  );
}
