import {
  Blocks,
  ChartNoAxesColumn,
  ClipboardCheck,
  Library,
  MessageCircle,
  Sparkles,
  Store,
  Users,
} from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { AccountMenu } from '@/components/organisms/AccountMenu';
import { AppShell } from '@/components/templates/AppShell';
import { SignInAgain } from '@/components/organisms/SignInAgain';
import { beginSignIn, signOut } from '@/features/session/api/oidc';
import { useMe } from '@/features/session/hooks/useMe';
import { chooseLocale, locale } from '@/lib/locale';
import { expired } from '@/lib/session';
import { useStore } from '@/lib/store';
import { chooseTheme, theme } from '@/lib/theme';
import { toastError } from '@/lib/toasts';
import { m } from '@/paraglide/messages';

const Palette = lazy(() => import('./Palette'));

/** The frame of a signed-in page with what the person may reach. */
export function Shell({ children }: { children: ReactNode }) {
  const { data: me } = useMe();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [palette, setPalette] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const over = useStore(expired);
  const administers = me?.roles.some((role) => role === 'admin' || role === 'auditor') ?? false;
  const admin = me?.roles.includes('admin') ?? false;
  const builds = admin || (me?.roles.includes('builder') ?? false);
  const reviews = me?.roles.includes('reviewer') ?? false;
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyK') return;
      event.preventDefault();
      setPalette((shown) => !shown);
    };
    addEventListener('keydown', open);
    return () => removeEventListener('keydown', open);
  }, []);
  const signInAgain = () => {
    setLeaving(true);
    beginSignIn(location.pathname + location.search).catch((error: unknown) => {
      setLeaving(false);
      toastError(error);
    });
  };
  const destinations = [
    { to: '/', label: m.chat(), icon: MessageCircle, active: pathname === '/' || pathname.startsWith('/c/') },
    {
      to: '/library',
      label: m.library(),
      icon: Library,
      active: /^\/(library|documents|search)/.test(pathname),
    },
    { to: '/store', label: m.store(), icon: Store, active: pathname.startsWith('/store') },
    ...(builds
      ? [{ to: '/studio', label: m.studio(), icon: Blocks, active: pathname.startsWith('/studio') }]
      : []),
    ...(reviews
      ? [
          {
            to: '/reviews',
            label: m.reviews(),
            icon: ClipboardCheck,
            active: pathname.startsWith('/reviews'),
          },
        ]
      : []),
    { to: '/usage', label: m.usage_tab(), icon: ChartNoAxesColumn, active: pathname.startsWith('/usage') },
    ...(administers
      ? [{ to: '/people', label: m.people(), icon: Users, active: pathname.startsWith('/people') }]
      : []),
    ...(admin
      ? [{ to: '/models', label: m.models_tab(), icon: Sparkles, active: pathname.startsWith('/models') }]
      : []),
  ];
  return (
    <AppShell
      destinations={destinations}
      onPalette={() => setPalette(true)}
      notice={over && <SignInAgain busy={leaving} onSignIn={signInAgain} />}
      account={
        <AccountMenu
          name={me?.name ?? ''}
          theme={useStore(theme)}
          locale={useStore(locale)}
          onTheme={chooseTheme}
          onLocale={chooseLocale}
          onKeys={() => void navigate('/keys')}
          onSignOut={() => void signOut().catch(toastError)}
        />
      }
    >
      {children}
      {palette && (
        <Suspense>
          <Palette
            administers={administers}
            admin={admin}
            builds={builds}
            reviews={reviews}
            onClose={() => setPalette(false)}
          />
        </Suspense>
      )}
    </AppShell>
  );
}
