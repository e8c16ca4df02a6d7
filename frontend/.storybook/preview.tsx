import type { Preview } from '@storybook/react-vite';
import { MemoryRouter } from 'react-router';
import { guardComposition } from '../src/lib/composition';
import { chooseLocale } from '../src/lib/locale';
import { chooseTheme } from '../src/lib/theme';
import '../src/styles/index.css';

guardComposition();

const preview: Preview = {
  tags: ['autodocs'],
  parameters: { a11y: { test: 'error' }, controls: { expanded: true } },
  globalTypes: {
    locale: { toolbar: { title: 'Language', icon: 'globe', items: ['ko', 'en'] } },
    theme: { toolbar: { title: 'Theme', icon: 'mirror', items: ['light', 'dark'] } },
  },
  initialGlobals: { locale: 'ko', theme: 'light' },
  decorators: [
    (Story, { globals }) => {
      chooseLocale(globals['locale'] === 'en' ? 'en' : 'ko');
      chooseTheme(globals['theme'] === 'dark' ? 'dark' : 'light');
      return (
        <MemoryRouter>
          <Story />
        </MemoryRouter>
      );
    },
  ],
};

export default preview;
