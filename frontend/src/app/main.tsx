import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@/styles/index.css';
import { guardComposition } from '@/lib/composition';
import { refuseDrops } from '@/lib/refuseDrops';
import { whenIdle } from '@/lib/whenIdle';
import { App } from './App';

// before anything else listens for keys
guardComposition();
refuseDrops();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// The site's own words get their type once everything that the first page needs has come.
addEventListener('load', () => whenIdle(() => void import('@/styles/typeOfWords')));
