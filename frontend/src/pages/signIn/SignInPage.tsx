import { ArrowRight, FileSearch, Languages, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { BrandMark } from '@/components/atoms/BrandMark';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { StatusLine } from '@/components/molecules/StatusLine';
import { beginSignIn } from '@/features/session/api/oidc';
import { chooseLocale, locale } from '@/lib/locale';
import { useStore } from '@/lib/store';
import { m } from '@/paraglide/messages';

/** The welcome: what Madang is and one button. */
export default function SignInPage({ failed }: { failed?: boolean }) {
  const { pathname, search } = useLocation();
  const [busy, setBusy] = useState(false);
  const [broken, setBroken] = useState(failed);
  const language = useStore(locale);
  const start = () => {
    setBusy(true);
    setBroken(false);
    beginSignIn(failed ? '/' : pathname + search).catch(() => {
      setBusy(false);
      setBroken(true);
    });
  };
  const promises = [
    { icon: FileSearch, text: m.welcome_cited() },
    { icon: ShieldCheck, text: m.welcome_permitted() },
  ];
  return (
    <main className="flex min-h-dvh flex-col px-6 py-6">
      <div className="flex justify-end">
        <Button
          look="quiet"
          icon={<Icon of={Languages} />}
          lang={language === 'ko' ? 'en' : 'ko'}
          onClick={() => chooseLocale(language === 'ko' ? 'en' : 'ko')}
        >
          {language === 'ko' ? 'English' : '한국어'}
        </Button>
      </div>
      <div className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center pb-16">
        <BrandMark size={52} />
        <h1 className="mt-7 text-2xl font-semibold text-balance">{m.welcome_title()}</h1>
        <p className="mt-3 text-ink-2">{m.welcome_text()}</p>
        <ul className="mt-6 space-y-3">
          {promises.map(({ icon, text }) => (
            <li key={text} className="flex gap-3 text-ink-2">
              <Icon of={icon} className="mt-[3px] text-accent" />
              {text}
            </li>
          ))}
        </ul>
        <Button look="primary" size="lg" className="mt-9 w-full" disabled={busy} onClick={start}>
          {m.sign_in()}
          <Icon of={ArrowRight} />
        </Button>
        {broken && (
          <div role="alert">
            <StatusLine tone="danger">{m.sign_in_failed()}</StatusLine>
          </div>
        )}
      </div>
    </main>
  );
}
