import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { slim } from './forms/ui/slim/alias.ts';

const apps = ['portal', 'desk', 'designer'];

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

export default defineConfig({
  appType: 'custom',
  resolve: { alias: slim },
  plugins: [addresses()],
  publicDir: 'portal/public',
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/bank': 'http://127.0.0.1:3000' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: Object.fromEntries(apps.map((app) => [app, resolve(app, 'index.html')])),
      // marks of React's server components, which mean nothing here
      checks: { moduleLevelDirective: false },
    },
  },
});
