import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import './desk.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { base } from '../ui/base.ts';
import { language, startLanguage } from '../ui/language.ts';
import { createQueryClient } from '../ui/query.ts';
import { loadWords } from '../ui/use-text.ts';
import { App } from './app.tsx';

startLanguage();
// English words come before the first paint, so that nothing flickers from one language to the other
await loadWords(language()).catch(() => undefined);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <QueryClientProvider client={createQueryClient()}>
      <Router base={`${base}/desk`}>
        <App />
      </Router>
    </QueryClientProvider>,
  );
