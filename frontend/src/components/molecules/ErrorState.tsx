import { RotateCw } from 'lucide-react';
import { describeError } from '@/lib/describeError';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';

/** What failed, why, and another try. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { title, detail } = describeError(error);
  return (
    <div role="alert" className="mx-auto flex max-w-sm flex-col items-center px-4 py-10 text-center">
      <h2 className="font-semibold">{title}</h2>
      <p className="mt-1 text-sm text-ink-2">{detail}</p>
      {onRetry && (
        <Button className="mt-4" icon={<Icon of={RotateCw} size={16} />} onClick={onRetry}>
          {m.retry()}
        </Button>
      )}
    </div>
  );
}
