import { lazy } from 'react';
import { m } from '@/paraglide/messages';
import { MineSection } from './MineSection';

/** What everyone sees, and what administrators and auditors see beyond it. */
export const TABS = {
  mine: { label: m.usage_mine, section: MineSection, all: true },
  company: { label: m.usage_company, section: lazy(() => import('./CompanySection')), all: false },
  health: { label: m.usage_health, section: lazy(() => import('./HealthSection')), all: false },
  budgets: { label: m.usage_budgets, section: lazy(() => import('./BudgetsSection')), all: false },
  reports: { label: m.usage_reports, section: lazy(() => import('./ReportsSection')), all: false },
  settings: { label: m.usage_settings, section: lazy(() => import('./SettingsSection')), all: false },
} as const;

export type Tab = keyof typeof TABS;

export const isTab = (name: string): name is Tab => name in TABS;
