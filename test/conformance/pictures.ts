import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

const folder = process.env['MOTCUA_PICTURES'];

const shown = (png: Uint8Array): string => `<img style="width:1390px;border:1px solid #999;vertical-align:top" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`;

/** Keeps our pictures of a diagram beside those that came with it, when pictures are asked for. */
export const keepBeside = async (browser: Browser, name: string, ours: readonly Uint8Array[], theirs: readonly string[]): Promise<void> => {
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1420, height: 500 } });
  await page.setContent(`<h1 style="font:16px sans-serif">${name}: ours, then theirs</h1>${ours.map(shown).join('')}<hr>${(await Promise.all(theirs.map((path) => readFile(path)))).map(shown).join('')}`);
  await page.screenshot({ path: join(folder, `miwg-${name}.png`), fullPage: true });
  await page.close();
};
