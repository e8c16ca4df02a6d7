import { Suspense, useEffect, useRef } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { Skeleton } from '@/components/atoms/Skeleton';
import { useMe } from '@/features/session/hooks/useMe';
import { m } from '@/paraglide/messages';
import { isTab, TABS, type Tab } from './tabs';

/** What was used and what it cost: one's own for everyone, the company's for administrators and auditors. */
export default function UsagePage() {
  const { data: me } = useMe();
  const { tab = 'mine' } = useParams();
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${m.usage()} · ${m.brand()}`;
  }, []);
  useEffect(() => {
    tabs.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [tab, me]);
  if (!me) return null;
  const admin = me.roles.includes('admin');
  const reads = admin || me.roles.includes('auditor');
  if (!isTab(tab) || (!reads && !TABS[tab].all)) return <Navigate replace to="/usage" />;
  const { section: Section } = TABS[tab];
  return (
    <section className="min-w-0 flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="usage-title">
      <div className="mx-auto max-w-5xl">
        <h1 id="usage-title" className="text-xl font-semibold">
          {m.usage()}
        </h1>
        <p className="text-sm text-ink-2">{m.usage_text()}</p>
        {reads ? (
          <nav
            ref={tabs}
            aria-label={m.usage()}
            className="-mx-4 mt-4 mb-5 flex gap-5 overflow-x-auto border-b border-line px-4 [scrollbar-width:none] lg:mx-0 lg:px-0"
          >
            {(Object.keys(TABS) as Tab[]).map((each) => (
              <Link
                key={each}
                to={each === 'mine' ? '/usage' : `/usage/${each}`}
                aria-current={each === tab ? 'page' : undefined}
                className={`border-b-2 pb-2 text-sm font-semibold whitespace-nowrap -outline-offset-2 ${each === tab ? 'border-accent text-ink' : 'border-transparent text-ink-2 hover:text-ink'}`}
              >
                {TABS[each].label()}
              </Link>
            ))}
          </nav>
        ) : (
          <div className="mt-4" />
        )}
        <Suspense fallback={<Skeleton rows={3} className="h-24" />}>
          <Section editable={admin} />
        </Suspense>
      </div>
    </section>
  );
}
