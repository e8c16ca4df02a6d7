import { KeyRound, Languages, LogOut, Monitor, Moon, Settings2, Sun } from 'lucide-react';
import { m } from '@/paraglide/messages';
import { Menu } from '../molecules/Menu';

interface AccountMenuProps {
  name: string;
  theme: 'system' | 'light' | 'dark';
  locale: 'ko' | 'en';
  onTheme: (theme: 'system' | 'light' | 'dark') => void;
  onLocale: (locale: 'ko' | 'en') => void;
  onKeys: () => void;
  onSignOut: () => void;
}

/** Language, look, keys and leaving. */
export function AccountMenu({ name, theme, locale, onTheme, onLocale, onKeys, onSignOut }: AccountMenuProps) {
  const look = (value: AccountMenuProps['theme'], label: string, icon: typeof Sun) => ({
    label,
    icon,
    checked: theme === value,
    onSelect: () => onTheme(value),
  });
  const language = (value: AccountMenuProps['locale'], label: string) => ({
    label,
    icon: Languages,
    checked: locale === value,
    onSelect: () => onLocale(value),
  });
  return (
    <Menu
      above
      label={m.account({ name })}
      icon={Settings2}
      items={[
        language('ko', '한국어'),
        language('en', 'English'),
        look('system', m.theme_system(), Monitor),
        look('light', m.theme_light(), Sun),
        look('dark', m.theme_dark(), Moon),
        { label: m.keys_title(), icon: KeyRound, onSelect: onKeys },
        { label: m.sign_out(), icon: LogOut, onSelect: onSignOut },
      ]}
    />
  );
}
