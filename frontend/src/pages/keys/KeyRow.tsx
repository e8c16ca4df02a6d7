import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/atoms/IconButton';
import type { ApiKey } from '@/lib/api/types';
import { dateText } from '@/lib/format';
import { m } from '@/paraglide/messages';

const SOON_MS = 7 * 86_400_000;

/** One key: what it is for, its end, and when it stops working. */
export function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const { name, hint, expiresAt } = apiKey;
  const [opened] = useState(Date.now);
  const soon = Date.parse(expiresAt) - opened < SOON_MS;
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">{name}</p>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-2 tabular-nums">
          <span className="font-mono">····{hint}</span>
          <span>{m.keys_expires({ date: dateText(expiresAt) })}</span>
          {soon && <span className="font-semibold text-warn">{m.keys_soon()}</span>}
        </p>
      </div>
      <IconButton icon={Trash2} label={m.keys_revoke({ name })} onClick={onRevoke} />
    </li>
  );
}
