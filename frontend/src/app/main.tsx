import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@/styles/index.css';
import { App } from './App';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Korean type is large and split into ninety small files: it comes after everything that the first page needs.
const loadType = () => void import('@/styles/type');
if ('requestIdleCallback' in window)
  addEventListener('load', () => requestIdleCallback(loadType, { timeout: 4_000 }));
else addEventListener('load', () => setTimeout(loadType, 1_500));
