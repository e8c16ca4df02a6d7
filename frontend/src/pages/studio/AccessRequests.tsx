import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { TextArea } from '@/components/atoms/TextArea';
import { ToolMark } from '@/components/atoms/ToolMark';
import { Dialog } from '@/components/molecules/Dialog';
import { useAccessRequests } from '@/features/tools/hooks/useAccess';
import type { AccessRequest } from '@/lib/api/types';
import { dateText } from '@/lib/format';
import { shownName } from '@/lib/shownName';
import { toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

/** Who waits to use the person's tools; nothing while nobody does. */
export function AccessRequests() {
  const { query, grant, decline } = useAccessRequests();
  const [declining, setDeclining] = useState<AccessRequest>();
  const [answer, setAnswer] = useState('');
  const requests = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (!requests.length) return null;
  const more = query.hasNextPage ? '+' : '';
  return (
    <section aria-labelledby="access-requests" className="mb-6 animate-appear">
      <h2 id="access-requests" className="mb-2 flex items-center gap-2 font-semibold">
        {m.access_requests()}
        <span className="rounded-full bg-accent px-2 text-sm text-on-accent tabular-nums">
          {`${requests.length}${more}`}
        </span>
      </h2>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {requests.map((request) => {
          const { id, toolId, toolIcon, by, reason, askedAt } = request;
          const busy = grant.isPending && grant.variables === id;
          return (
            <li
              key={id}
              className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3 last:border-b-0"
            >
              <ToolMark icon={toolIcon} id={toolId} />
              <div className="min-w-0 flex-1 basis-52">
                <p className="text-sm [overflow-wrap:anywhere]">
                  {m.access_request_of({
                    name: shownName(by.name),
                    tool: toolName({ name: request.toolName }),
                    when: dateText(askedAt),
                  })}
                </p>
                <p className="text-sm whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">{reason}</p>
              </div>
              <div className="ml-auto flex gap-2">
                <Button
                  onClick={() => {
                    setAnswer('');
                    setDeclining(request);
                  }}
                >
                  {m.access_decline()}
                </Button>
                <Button look="primary" disabled={busy} onClick={() => grant.mutate(id)}>
                  {m.access_grant()}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {query.hasNextPage && (
        <Button look="quiet" className="mt-3 w-full" onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
      {declining && (
        <Dialog
          title={m.access_decline_title({ name: shownName(declining.by.name) })}
          onClose={() => setDeclining(undefined)}
          footer={
            <>
              <Button onClick={() => setDeclining(undefined)}>{m.cancel()}</Button>
              <Button
                look="primary"
                disabled={!answer.trim() || decline.isPending}
                onClick={() =>
                  decline.mutate(
                    { requestId: declining.id, answer: answer.trim() },
                    { onSettled: () => setDeclining(undefined) },
                  )
                }
              >
                {m.access_decline()}
              </Button>
            </>
          }
        >
          <TextArea
            label={m.access_answer()}
            placeholder={m.access_answer_hint()}
            rows={3}
            maxLength={500}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        </Dialog>
      )}
    </section>
  );
}
