import { LogIn } from 'lucide-react';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';

/** The calm bar of a page whose access ended: everything stays where it is. */
export function SignInAgain({ busy, onSignIn }: { busy: boolean; onSignIn: () => void }) {
  return (
    <div
      role="alert"
      className="flex shrink-0 animate-appear flex-wrap items-center justify-center gap-x-4 gap-y-2 border-b border-line bg-accent-soft px-4 py-2"
    >
      <p className="text-sm">
        <span className="font-semibold">{m.session_over()}</span>{' '}
        <span className="text-ink-2">{m.session_over_kept()}</span>
      </p>
      <Button look="primary" icon={<Icon of={LogIn} size={16} />} disabled={busy} onClick={onSignIn}>
        {m.sign_in_again()}
      </Button>
    </div>
  );
}
