import { lazy, Suspense, useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { useMe } from '@/features/session/hooks/useMe';
import { m } from '@/paraglide/messages';
import { GroupsSection } from './GroupsSection';
import { PeopleSection } from './PeopleSection';

const OrphanedTools = lazy(() => import('./OrphanedTools'));

const TABS = { people: m.people_tab, groups: m.groups_tab, orphans: m.orphans_tab };
type Tab = keyof typeof TABS;

/** People with their roles, groups with their members; auditors look, administrators change, and give away the tools of who left. */
export default function PeoplePage() {
  const { data: me } = useMe();
  const [tab, setTab] = useState<Tab>('people');
  useEffect(() => {
    document.title = `${m.people()} · ${m.brand()}`;
  }, []);
  if (!me) return null;
  const admin = me.roles.includes('admin');
  if (!admin && !me.roles.includes('auditor')) return <Navigate replace to="/" />;
  const tabs: Tab[] = admin ? ['people', 'groups', 'orphans'] : ['people', 'groups'];
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="people-title">
      <div className="mx-auto max-w-4xl">
        <h1 id="people-title" className="text-xl font-semibold">
          {m.people()}
        </h1>
        <p className="text-sm text-ink-2">{admin ? m.people_text() : m.people_text_auditor()}</p>
        <div className="mt-4 mb-5 flex gap-5 border-b border-line" role="group" aria-label={m.people()}>
          {tabs.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={tab === each}
              onClick={() => setTab(each)}
              className={`-mb-px border-b-2 pb-2 text-sm font-semibold ${tab === each ? 'border-accent text-ink' : 'border-transparent text-ink-2 hover:text-ink'}`}
            >
              {TABS[each]()}
            </button>
          ))}
        </div>
        {tab === 'people' ? (
          <PeopleSection editable={admin} me={me.id} />
        ) : tab === 'groups' ? (
          <GroupsSection editable={admin} />
        ) : (
          <Suspense>
            <OrphanedTools />
          </Suspense>
        )}
      </div>
    </section>
  );
}
