import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { base } from '../ui/base.ts';
import { language, startLanguage } from '../ui/language.ts';
import { registerShell } from '../ui/register-shell.ts';
import { loadWords } from '../ui/use-text.ts';
import { App } from './app.tsx';
import { askAhead } from './shell/resource.ts';

startLanguage();
askAhead('GET /api/session', {});
askAhead('GET /api/app', {});
if (location.pathname === '/') askAhead('GET /api/procedures', {});
// English words come before the first paint, so that nothing flickers from one language to the other
await loadWords(language()).catch(() => undefined);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <Router base={base}>
      <App />
    </Router>,
  );

if (import.meta.env.PROD && base === '') void registerShell();
