import { useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { useMe } from '@/features/session/hooks/useMe';
import { m } from '@/paraglide/messages';
import { ActionCalls } from './ActionCalls';
import { ActionChanges } from './ActionChanges';
import { ActionSources } from './ActionSources';

const TABS = {
  sources: m.actions_sources_tab,
  calls: m.actions_calls_tab,
  changes: m.actions_changes_tab,
};
type Tab = keyof typeof TABS;

/** What tools may do outside, for administrators; what they did, also for auditors. */
export default function ActionsPage() {
  const { data: me } = useMe();
  const [chosen, setChosen] = useState<Tab>('sources');
  useEffect(() => {
    document.title = `${m.actions_title()} · ${m.brand()}`;
  }, []);
  if (!me) return null;
  const admin = me.roles.includes('admin');
  if (!admin && !me.roles.includes('auditor')) return <Navigate replace to="/" />;
  const tabs: Tab[] = admin ? ['sources', 'calls', 'changes'] : ['calls', 'changes'];
  const tab = tabs.includes(chosen) ? chosen : 'calls';
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="actions-title">
      <div className="mx-auto max-w-3xl">
        <h1 id="actions-title" className="text-xl font-semibold">
          {m.actions_title()}
        </h1>
        <div
          className="mt-4 mb-5 flex gap-5 border-b border-line"
          role="group"
          aria-label={m.actions_title()}
        >
          {tabs.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={tab === each}
              onClick={() => setChosen(each)}
              className={`-mb-px border-b-2 pb-2 text-sm font-semibold ${tab === each ? 'border-accent text-ink' : 'border-transparent text-ink-2 hover:text-ink'}`}
            >
              {TABS[each]()}
            </button>
          ))}
        </div>
        {tab === 'sources' ? <ActionSources /> : tab === 'calls' ? <ActionCalls /> : <ActionChanges />}
      </div>
    </section>
  );
}
