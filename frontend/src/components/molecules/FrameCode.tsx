import { frameCode } from '@/lib/frameCode';
import { m } from '@/paraglide/messages';
import { CopyButton } from './CopyButton';

interface FrameCodeProps {
  address: string;
  title: string;
  /** Whose pages may show it. */
  origins: readonly string[];
}

/** What puts a tool into a page of somebody else, and where it works. */
export function FrameCode({ address, title, origins }: FrameCodeProps) {
  const code = frameCode(address, title);
  return (
    <section className="mt-7">
      <h2 className="mb-1 font-semibold">{m.embed_code()}</h2>
      <p className="text-sm text-ink-2">{m.embed_code_text()}</p>
      <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">
        {m.embed_code_where({ origins: origins.join(', ') })}
      </p>
      <div className="flex items-center gap-2 py-2">
        <code className="min-w-0 flex-1 font-mono text-sm [overflow-wrap:anywhere]">{code}</code>
        <CopyButton text={code} />
      </div>
    </section>
  );
}
