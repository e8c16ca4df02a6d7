import {
  CirclePause,
  CircleAlert,
  CircleCheck,
  LoaderCircle,
  MoreHorizontal,
  Pause,
  Pencil,
  Play,
  RotateCw,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import type { Connector } from '@/lib/api/types';
import { isDue } from '@/lib/connectorDue';
import { connectorState, kindText, sourceText } from '@/lib/connectorText';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';
import { FactsLine } from '../molecules/FactsLine';
import { Menu, type MenuItem } from '../molecules/Menu';

interface ConnectorCardProps {
  connector: Connector;
  /** Whether the person may change it; editors only look. */
  changeable: boolean;
  onRun: () => void;
  onPause: (paused: boolean) => void;
  onEdit: () => void;
  onDelete: () => void;
  onProblems: () => void;
}

const LOOKS: Record<Connector['state'], { icon: LucideIcon; tone: string; busy?: boolean }> = {
  running: { icon: LoaderCircle, tone: 'text-info', busy: true },
  silent: { icon: CircleAlert, tone: 'text-warn' },
  failed: { icon: CircleAlert, tone: 'text-danger' },
  paused: { icon: CirclePause, tone: 'text-ink-2' },
  waiting: { icon: CircleCheck, tone: 'text-ok' },
};

/** One place that documents come from: how it stands, why it stands still, what it brought. */
export function ConnectorCard(props: ConnectorCardProps) {
  const { connector, changeable, onRun, onPause, onEdit, onDelete, onProblems } = props;
  const { name, kind, state, reason, counts } = connector;
  const look = LOOKS[isDue(connector) ? 'running' : state];
  const paused = state === 'paused';
  const items: MenuItem[] = [
    { label: m.connector_edit(), icon: Pencil, onSelect: onEdit },
    paused
      ? { label: m.connector_resume(), icon: Play, onSelect: () => onPause(false) }
      : { label: m.connector_pause(), icon: Pause, onSelect: () => onPause(true) },
    { label: m.delete_(), icon: Trash2, danger: true, onSelect: onDelete },
  ];
  const changes = [
    counts.added && m.connector_added({ count: counts.added }),
    counts.changed && m.connector_changed({ count: counts.changed }),
    counts.removed && m.connector_removed({ count: counts.removed }),
  ].filter((text) => !!text);
  const facts = [
    m.connector_documents({ count: counts.documents }),
    changes.length > 0 && m.connector_last_run({ changes: changes.join(', ') }),
    counts.problems > 0 && (
      <button
        key="problems"
        type="button"
        className="font-semibold text-accent underline-offset-2 hover:underline"
        onClick={onProblems}
      >
        {m.connector_problems({ count: counts.problems })}
      </button>
    ),
  ].filter((fact) => !!fact);
  return (
    <li className="rounded-lg border border-line bg-surface px-4 py-3.5" data-state={state}>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <h2 className="font-semibold [overflow-wrap:anywhere]">{name}</h2>
          <FactsLine facts={[kindText(kind), sourceText(connector)]} />
        </div>
        {changeable && (
          <div className="flex items-center gap-1">
            {!paused && state !== 'running' && (
              <Button icon={<Icon of={RotateCw} size={16} />} onClick={onRun}>
                {state === 'failed' ? m.retry() : m.connector_run()}
              </Button>
            )}
            <Menu label={m.connector_menu({ name })} icon={MoreHorizontal} items={items} />
          </div>
        )}
      </div>
      <p className={`mt-2.5 flex items-center gap-1.5 text-sm font-semibold ${look.tone}`}>
        <Icon of={look.icon} size={16} className={look.busy ? 'animate-spin' : ''} />
        {connectorState(connector)}
      </p>
      {reason && <p className="mt-0.5 max-w-prose text-sm text-ink-2">{reason.message}</p>}
      <div className="mt-1.5">
        <FactsLine facts={facts} />
      </div>
    </li>
  );
}
