import { Search, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { m } from '@/paraglide/messages';
import { BrandMark } from '../atoms/BrandMark';
import { Icon } from '../atoms/Icon';

interface Destination {
  to: string;
  label: string;
  icon: LucideIcon;
  active: boolean;
}

interface AppShellProps {
  destinations: Destination[];
  account: ReactNode;
  onPalette: () => void;
  /** What the person has to know first, above everything. */
  notice?: ReactNode;
  children: ReactNode;
}

const item =
  'flex-1 flex-col items-center justify-center gap-0.5 rounded-lg text-xs transition-colors duration-150 md:h-14 md:w-14 md:flex-none';

/** How many places fit into the bar of a phone; the others are found by the palette. */
const ON_A_PHONE = 4;

/** The frame of every page: a slim rail at the left, on phones a bar at the bottom. */
export function AppShell({ destinations, account, onPalette, notice, children }: AppShellProps) {
  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-30 rounded-md bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {m.skip_to_content()}
      </a>
      {notice}
      <div className="flex min-h-0 flex-1 flex-col-reverse md:flex-row">
        <nav
          aria-label={m.navigation()}
          className="flex h-14 shrink-0 items-stretch gap-1 border-t border-line px-2 py-1 pb-[max(4px,env(safe-area-inset-bottom))] md:h-auto md:w-[72px] md:flex-col md:items-center md:border-t-0 md:border-r md:px-0 md:py-3"
        >
          <Link to="/" aria-label={m.brand()} className="mb-3 hidden rounded-lg md:block">
            <BrandMark size={32} />
          </Link>
          <div className="contents md:flex md:min-h-0 md:w-full md:flex-1 md:flex-col md:items-center md:gap-1 md:overflow-y-auto md:py-1">
            {destinations.map(({ to, label, icon, active }, index) => (
              <NavLink
                key={to}
                to={to}
                aria-current={active ? 'page' : undefined}
                className={`${item} ${index < ON_A_PHONE || active ? 'flex' : 'hidden md:flex'} md:shrink-0 ${active ? 'bg-accent-soft font-semibold text-accent' : 'text-ink-2 hover:bg-sunken hover:text-ink'}`}
              >
                <Icon of={icon} size={20} />
                {label}
              </NavLink>
            ))}
          </div>
          <button
            type="button"
            title={`${m.palette_open()} (Ctrl K)`}
            onClick={onPalette}
            className={`${item} flex text-ink-2 hover:bg-sunken hover:text-ink`}
          >
            <Icon of={Search} size={20} />
            {m.palette_short()}
          </button>
          <div className="flex flex-1 items-center justify-center md:mt-2 md:flex-none">{account}</div>
        </nav>
        <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
