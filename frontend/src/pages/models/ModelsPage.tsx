import { useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { useMe } from '@/features/session/hooks/useMe';
import { m } from '@/paraglide/messages';
import { CacheSection } from './CacheSection';
import { ChangesSection } from './ChangesSection';
import { MasksSection } from './MasksSection';
import { ModelsSection } from './ModelsSection';
import { PoliciesSection } from './PoliciesSection';
import { ProvidersSection } from './ProvidersSection';

const TABS = {
  models: { label: m.models_tab, section: ModelsSection },
  policies: { label: m.policies_tab, section: PoliciesSection },
  providers: { label: m.providers_tab, section: ProvidersSection },
  masks: { label: m.masks_tab, section: MasksSection },
  cache: { label: m.cache_tab, section: CacheSection },
  changes: { label: m.changes_tab, section: ChangesSection },
};

/** Which models there are, who runs them with which key, and what they never get to see. */
export default function ModelsPage() {
  const { data: me } = useMe();
  const [tab, setTab] = useState<keyof typeof TABS>('models');
  useEffect(() => {
    document.title = `${m.models()} · ${m.brand()}`;
  }, []);
  if (!me) return null;
  if (!me.roles.includes('admin')) return <Navigate replace to="/" />;
  const { section: Section } = TABS[tab];
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="models-title">
      <div className="mx-auto max-w-4xl">
        <h1 id="models-title" className="text-xl font-semibold">
          {m.models()}
        </h1>
        <p className="text-sm text-ink-2">{m.models_text()}</p>
        <div
          className="mt-4 mb-5 flex gap-5 overflow-x-auto overflow-y-hidden border-b border-line"
          role="group"
          aria-label={m.models()}
        >
          {(Object.keys(TABS) as (keyof typeof TABS)[]).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={tab === each}
              onClick={() => setTab(each)}
              className={`-mb-px shrink-0 border-b-2 pb-2 text-sm font-semibold ${tab === each ? 'border-accent text-ink' : 'border-transparent text-ink-2 hover:text-ink'}`}
            >
              {TABS[each].label()}
            </button>
          ))}
        </div>
        <Section />
      </div>
    </section>
  );
}
