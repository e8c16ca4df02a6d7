import { Wallet, X } from 'lucide-react';
import { Link } from 'react-router';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';
import { IconButton } from '../atoms/IconButton';

interface BudgetBannerProps {
  text: string;
  exhausted: boolean;
  onDismiss: () => void;
}

/** A person's budget speaks: in one quiet bar above the composer, with the way to the numbers. */
export function BudgetBanner({ text, exhausted, onDismiss }: BudgetBannerProps) {
  return (
    <div
      role="status"
      data-budget-notice
      className={`mb-2 flex animate-appear items-start gap-2.5 rounded-lg py-2 pr-1.5 pl-3.5 text-sm text-ink ${exhausted ? 'bg-danger-soft' : 'bg-warn-soft'}`}
    >
      <Icon of={Wallet} className={`mt-1.5 ${exhausted ? 'text-danger' : 'text-warn'}`} />
      <p className="min-w-0 flex-1 py-1.5">
        {text}{' '}
        <Link to="/usage" className="font-semibold whitespace-nowrap underline underline-offset-4">
          {m.budget_see()}
        </Link>
      </p>
      <IconButton icon={X} label={m.close()} onClick={onDismiss} />
    </div>
  );
}
