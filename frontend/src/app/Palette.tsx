import {
  Globe,
  Blocks,
  BookMarked,
  BookOpen,
  ChartNoAxesColumn,
  ClipboardCheck,
  FileSearch,
  KeyRound,
  Languages,
  Library,
  MessageCircle,
  MessageSquarePlus,
  Moon,
  Sparkles,
  Store,
  Sun,
  Users,
} from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CommandPalette, type Command } from '@/components/organisms/CommandPalette';
import { useConversations } from '@/features/chat/hooks/useConversations';
import { useCollections } from '@/features/library/hooks/useCollections';
import { chooseLocale, locale } from '@/lib/locale';
import { chooseTheme } from '@/lib/theme';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

/** Everything within two steps: places, collections, conversations, language and look. */
export default function Palette({
  administers,
  admin,
  builds,
  reviews,
  onClose,
}: {
  administers: boolean;
  admin: boolean;
  builds: boolean;
  reviews: boolean;
  onClose: () => void;
}) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const conversations = useConversations(text.trim());
  const { collections } = useCollections();
  const go = (to: string) => () => void navigate(to);
  const words = text.trim().toLowerCase();
  const matching = (commands: Command[]) =>
    commands.filter(({ label }) => label.toLowerCase().includes(words));
  const places: Command[] = [
    { id: 'new', label: m.chat_new(), icon: MessageSquarePlus, run: go('/') },
    { id: 'library', label: m.library(), icon: Library, run: go('/library') },
    { id: 'search', label: m.search_title(), icon: FileSearch, run: go('/search') },
    { id: 'store', label: m.store(), icon: Store, run: go('/store') },
    ...(builds
      ? [
          { id: 'studio', label: m.studio(), icon: Blocks, run: go('/studio') },
          { id: 'studio-new', label: m.studio_new(), icon: Blocks, run: go('/studio/new') },
        ]
      : []),
    ...(reviews ? [{ id: 'reviews', label: m.reviews(), icon: ClipboardCheck, run: go('/reviews') }] : []),
    { id: 'usage', label: m.usage(), icon: ChartNoAxesColumn, run: go('/usage') },
    ...(administers
      ? [
          { id: 'people', label: m.people(), icon: Users, run: go('/people') },
          { id: 'actions', label: m.actions_title(), icon: Globe, run: go('/actions') },
        ]
      : []),
    ...(admin
      ? [
          { id: 'models', label: m.models(), icon: Sparkles, run: go('/models') },
          { id: 'glossary', label: m.glossary(), icon: BookMarked, run: go('/glossary') },
        ]
      : []),
    { id: 'keys', label: m.keys_title(), icon: KeyRound, run: go('/keys') },
    {
      id: 'locale',
      label: locale.get() === 'ko' ? 'English' : '한국어',
      icon: Languages,
      run: () => chooseLocale(locale.get() === 'ko' ? 'en' : 'ko'),
    },
    { id: 'light', label: m.theme_light(), icon: Sun, run: () => chooseTheme('light') },
    { id: 'dark', label: m.theme_dark(), icon: Moon, run: () => chooseTheme('dark') },
  ];
  const groups = [
    { title: m.palette_actions(), commands: matching(places) },
    {
      title: m.collections(),
      commands: matching(
        (collections ?? []).map(({ id, name }) => ({
          id,
          label: name,
          icon: BookOpen,
          run: go(`/library/${id}`),
        })),
      ).slice(0, 5),
    },
    {
      title: m.history(),
      commands: (conversations.data?.pages[0]?.items ?? []).slice(0, 6).map(({ id, title }) => ({
        id,
        label: shownName(title) || m.chat_untitled(),
        icon: MessageCircle,
        run: go(`/c/${id}`),
      })),
    },
    {
      title: m.library(),
      commands: words
        ? [
            {
              id: 'search-text',
              label: m.search_in_documents({ text: text.trim() }),
              icon: FileSearch,
              run: go(`/search?${new URLSearchParams({ q: text.trim() })}`),
            },
          ]
        : [],
    },
  ].filter(({ commands }) => commands.length > 0);
  return <CommandPalette text={text} onText={setText} groups={groups} onClose={onClose} />;
}
