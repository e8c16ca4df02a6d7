import { useState } from 'react';
import { CLIENTS, keySnippet, NO_KEY, type Client } from '@/lib/keySnippets';
import { m } from '@/paraglide/messages';
import { Segments } from '../atoms/Segments';
import { CopyButton } from '../molecules/CopyButton';

const NAMES: Record<Client, string> = { python: 'Python', node: 'Node', curl: 'curl', mcp: 'MCP' };

interface KeySnippetsProps {
  origin: string;
  /** Absent once it is no longer shown. */
  apiKey?: string;
}

/** How each client is told where the platform is. */
export function KeySnippets({ origin, apiKey = NO_KEY }: KeySnippetsProps) {
  const [client, setClient] = useState<Client>('python');
  const text = keySnippet(client, origin, apiKey);
  return (
    <div className="min-w-0">
      <div className="mb-2 flex items-center justify-between gap-2">
        <Segments
          label={m.keys_client()}
          value={client}
          options={CLIENTS.map((value) => ({ value, label: NAMES[value] }))}
          onChange={setClient}
        />
        <CopyButton text={text} />
      </div>
      <pre
        tabIndex={0}
        aria-label={NAMES[client]}
        className="overflow-x-auto rounded-md bg-sunken px-4 py-3 font-mono text-sm leading-5"
      >
        {text}
      </pre>
    </div>
  );
}
