import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { m } from '@/paraglide/messages';
import { IconButton } from '../atoms/IconButton';

/** Copies text and says for a moment that it did. */
export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1_500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <IconButton
      icon={copied ? Check : Copy}
      label={copied ? m.copied() : m.copy()}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    />
  );
}
