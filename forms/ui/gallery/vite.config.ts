import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precompile } from '../../precompile/precompile.ts';
import { house } from '../../testing/house.ts';
import { slim } from '../slim/alias.ts';

const name = 'virtual:house-check';

/** `vite --config forms/ui/gallery/vite.config.ts` shows every widget and state of the form theme. */
export default defineConfig({
  root: dirname(fileURLToPath(import.meta.url)),
  resolve: { alias: slim },
  plugins: [
    { name: 'house-check', resolveId: (id) => (id === name ? `\0${name}` : undefined), load: async (id) => (id === `\0${name}` ? (await precompile(house)).code : undefined) },
  ],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
