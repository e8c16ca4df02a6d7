import { Ban } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { TextArea } from '@/components/atoms/TextArea';
import { ToolMark } from '@/components/atoms/ToolMark';
import { Dialog } from '@/components/molecules/Dialog';
import { EmptyState } from '@/components/molecules/EmptyState';
import { useFinding } from '@/features/tools/hooks/useAccess';
import type { FoundTool } from '@/lib/api/types';
import { dateText } from '@/lib/format';
import { ownerText, toolName, wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

function Standing({ request }: { request: NonNullable<FoundTool['request']> }) {
  const { state, reason, askedAt, answer } = request;
  return (
    <div role="status" className="mt-6 rounded-lg border border-line bg-surface px-4 py-3 text-sm">
      <p className="font-semibold">
        {state === 'pending'
          ? m.access_pending({ when: dateText(askedAt) })
          : state === 'declined'
            ? m.access_declined()
            : m.access_taken_back()}
      </p>
      {state === 'declined' && answer && (
        <p className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{answer}</p>
      )}
      <p className="mt-1 whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">
        {m.access_reason_was({ reason })}
      </p>
    </div>
  );
}

/** A tool that the person may not use: nothing, or who answers for it and a way to ask. */
export function NotMine({ toolId }: { toolId: string }) {
  const { query, ask } = useFinding(toolId, true);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const tool = query.data;
  if (query.isPending)
    return (
      <>
        <h1 className="sr-only">{m.store()}</h1>
        <Skeleton rows={3} className="h-10" />
      </>
    );
  if (!tool)
    return (
      <>
        <h1 className="sr-only">{m.store()}</h1>
        <EmptyState icon={Ban} title={m.store_gone()}>
          {m.store_gone_text()}
        </EmptyState>
      </>
    );
  const name = toolName(tool);
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        <ToolMark icon={tool.icon} id={tool.id} size="lg" />
        <div className="min-w-0 flex-1 basis-48">
          <h1 className="text-2xl font-semibold [overflow-wrap:anywhere]">{name}</h1>
          {tool.owner && <p className="text-sm text-ink-2">{ownerText(tool.owner)}</p>}
        </div>
        {tool.request?.state !== 'pending' && (
          <Button look="primary" size="lg" className="w-full sm:w-auto" onClick={() => setAsking(true)}>
            {m.access_ask()}
          </Button>
        )}
      </div>
      <p className="mt-5 max-w-[72ch] whitespace-pre-wrap [overflow-wrap:anywhere]">
        {wordsOf(tool.description)}
      </p>
      <p className="mt-4 text-sm text-ink-2">{m.access_needed()}</p>
      {tool.request && <Standing request={tool.request} />}
      {asking && (
        <Dialog
          title={m.access_ask_title({ name })}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{m.cancel()}</Button>
              <Button
                look="primary"
                disabled={!reason.trim() || ask.isPending}
                onClick={() => ask.mutate(reason.trim(), { onSuccess: () => setAsking(false) })}
              >
                {m.access_send()}
              </Button>
            </>
          }
        >
          <p className="mb-4 text-sm text-ink-2">{m.access_ask_text()}</p>
          <TextArea
            label={m.access_reason()}
            placeholder={m.access_reason_hint()}
            rows={4}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Dialog>
      )}
    </>
  );
}
