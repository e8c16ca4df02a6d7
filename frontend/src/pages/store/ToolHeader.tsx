import { Check, Heart, Link2, Pin, PinOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { IconButton } from '@/components/atoms/IconButton';
import { Rated } from '@/components/atoms/Rated';
import { ToolMark } from '@/components/atoms/ToolMark';
import { FactsLine } from '@/components/molecules/FactsLine';
import { useMe } from '@/features/session/hooks/useMe';
import { useToolMarks } from '@/features/tools/hooks/useStoreTools';
import type { StoreTool } from '@/lib/api/types';
import { dateText, numberText } from '@/lib/format';
import { ownerText, toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

const TOLD_MS = 1_500;

/** What a tool is, how it is liked, and what can be done with it. */
export function ToolHeader({ tool, onOpen }: { tool: StoreTool; onOpen: () => void }) {
  const admin = useMe().data?.roles.includes('admin') ?? false;
  const { favourite, feature } = useToolMarks(tool.id);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), TOLD_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    void navigator.clipboard.writeText(`${location.origin}/store/${tool.id}`).then(() => setCopied(true));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <ToolMark icon={tool.icon} id={tool.id} size="lg" />
      <div className="min-w-0 flex-1 basis-48">
        <h1 className="text-2xl font-semibold [overflow-wrap:anywhere]">{toolName(tool)}</h1>
        <FactsLine
          facts={[
            ...(tool.owner ? [ownerText(tool.owner)] : []),
            m.tool_release({ number: tool.release }),
            m.store_released({ when: dateText(tool.releasedAt) }),
            ...(tool.rating.count ? [<Rated key="rated" rating={tool.rating} />] : []),
            ...(tool.people > 0 ? [m.store_people({ count: numberText(tool.people) })] : []),
          ]}
        />
      </div>
      <div className="flex w-full items-center gap-1 sm:w-auto">
        {admin && (
          <IconButton
            icon={tool.featured ? PinOff : Pin}
            label={tool.featured ? m.store_unfeature() : m.store_feature()}
            pressed={tool.featured}
            disabled={feature.isPending}
            onClick={() => feature.mutate(!tool.featured)}
          />
        )}
        <IconButton
          icon={Heart}
          label={m.store_favourite()}
          pressed={tool.favourite}
          disabled={favourite.isPending}
          onClick={() => favourite.mutate(!tool.favourite)}
        />
        <IconButton
          icon={copied ? Check : Link2}
          label={copied ? m.copied() : m.store_copy_link()}
          onClick={copy}
        />
        <Button look="primary" size="lg" className="ml-1 flex-1" onClick={onOpen}>
          {m.store_open()}
        </Button>
      </div>
    </div>
  );
}
