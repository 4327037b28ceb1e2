import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { slim } from './forms/ui/slim/alias.ts';
import { notices } from './scripts/notices.ts';

const apps = ['portal', 'desk', 'designer'];
const noticed = notices();

/** Serves each app's page under its address while developing, and marks a finished build for scripts/build.mjs. */
function addresses(): Plugin {
  return {
    name: 'motcua-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '/').split('?')[0] ?? '/';
        if (!path.includes('.') && !path.startsWith('/@')) {
          const app = path.startsWith('/desk') ? 'desk' : path.startsWith('/designer') ? 'designer' : 'portal';
          request.url = `/${app}/index.html`;
        }
        next();
      });
    },
    writeBundle({ dir = 'dist' }) {
      writeFileSync(resolve(dir, '.built'), new Date().toISOString());
    },
  };
}

/** What is in these folders and packages, by the start of its path. */
const within = (...places: readonly string[]) => {
  const starts = places.map((place) => resolve(place));
  return (id: string) => starts.some((start) => id.startsWith(start)) && !/\/(gallery|query\.ts|words\/en\.ts)/.test(id);
};

// What every page needs comes in few files: over a slow line each file costs a round trip.
const groups = [
  { name: 'kit', test: within('ui/', 'node_modules/preact/', 'node_modules/wouter/', 'node_modules/lucide-react/dist/esm/Icon', 'node_modules/lucide-react/dist/esm/create'), includeDependenciesRecursively: true },
  { name: 'portal-frame', test: within('portal/shell/', 'portal/account/', 'portal/words') },
];

export default defineConfig({
  appType: 'mpa',
  // the menus of the drawing tool bring another version of it than what writes their elements: of both together nothing is drawn
  resolve: { alias: slim, dedupe: ['preact'] },
  plugins: [addresses(), noticed.apps],
  publicDir: 'portal/public',
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/bank': 'http://127.0.0.1:3000', '/pay': 'http://127.0.0.1:3000', '/national-portal': 'http://127.0.0.1:3000', '/manifest.webmanifest': 'http://127.0.0.1:3000' } },
  // Some workers come as scripts of their own with a value that they export; it wants a name, which nobody reads.
  worker: { plugins: () => [noticed.workers], rolldownOptions: { output: { name: 'worker' } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: Object.fromEntries(apps.map((app) => [app, resolve(app, 'index.html')])),
      output: { codeSplitting: { groups } },
      // marks of React's server components, which mean nothing here
      checks: { moduleLevelDirective: false },
    },
  },
});
