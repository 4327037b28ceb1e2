// Licences ask that their notices go with every copy: what the apps are built of is told on a page of its own, which every footer leads to.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

const noticeFile = /^(licen[cs]e|copying|notice|third.?party)/i;
/** Given away with no condition: such a package may come without a notice. */
const free = ['Unlicense', 'CC0-1.0', '0BSD'];

const packageOf = (path: string): string | undefined => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0].replace(/^\0/, '');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Paragraphs flow as wide as the screen is; a line that names who holds the copyright stays one. */
const paragraphs = (text: string): string =>
  text.trim().split(/\r?\n\s*\n/).map((paragraph) => `<p>${escaped(paragraph.trim()).replaceAll(/\n\s*(?=Copyright|\(c\)|[-*•] |https?:)/gi, '<br>')}</p>`).join('\n');

const entry = (title: string, texts: readonly string[], source?: string): string =>
  `<details><summary class="licence">${escaped(title)}</summary>\n<div lang="en">${source === undefined ? '' : `<p><a href="${escaped(source)}">${escaped(source)}</a></p>`}\n${texts.map(paragraphs).join('\n<hr>\n')}</div></details>`;

/** Where the source of a package is to be had, which some licences ask to be told. */
function sourceOf({ repository, homepage }: Manifest): string | undefined {
  const told = (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const url = told.replace(/^(?:github:)?([\w.-]+\/[\w.-]+)$/, 'https://github.com/$1').replace(/^(?:git\+)?(?:https?|git|ssh):\/\/(?:git@)?/, 'https://').replace(/\.git$/, '');
  return url.startsWith('https://') ? url : homepage;
}

function noticeOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license = '' } = manifest;
  const texts = readdirSync(folder).filter((file) => noticeFile.test(file) && !/\.[cm]?js$/.test(file)).map((file) => readFileSync(join(folder, file), 'utf8'));
  if (texts.length === 0 && !free.includes(license)) throw new Error(`expected ${name} to come with its licence, but no file of it says one`);
  return entry(`${name} ${version}${license === '' ? '' : ` (${license})`}`, texts.length === 0 ? [license] : texts, sourceOf(manifest));
}

const document = (styles: string, own: string, others: readonly string[]): string => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Giấy phép phần mềm · Software licences</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    ${styles}
    <link rel="stylesheet" href="/licences.css" />
  </head>
  <body>
    <main class="page licences">
    <h1>Giấy phép phần mềm · <span lang="en">Software licences</span></h1>
    <p>Trang này được dựng từ các phần mềm và phông chữ dưới đây. Bấm vào từng tên để đọc thông báo bản quyền và giấy phép của nó (nguyên văn tiếng Anh).</p>
    <p lang="en">These pages are built of the software and fonts below. Open each to read its copyright notice and its licence.</p>
    ${own}
    ${others.join('\n    ')}
    <p><a href="/">Trang chủ · <span lang="en">Home</span></a></p>
    </main>
  </body>
</html>
`;

/** Gathers the packages whose modules, fonts and pictures really went into the apps and their workers, and writes their notices beside them. */
export function notices(): { readonly apps: Plugin; readonly workers: Plugin } {
  const folders = new Set<string>();
  const gather = (bundle: Rolldown.OutputBundle): void => {
    for (const file of Object.values(bundle)) {
      const paths = file.type === 'chunk' ? file.moduleIds : file.originalFileNames.map((name) => resolve(name));
      for (const folder of paths.map(packageOf)) if (folder !== undefined) folders.add(folder);
    }
  };
  return {
    workers: { name: 'motcua-notices-of-workers', generateBundle: (_options, bundle) => gather(bundle) },
    apps: {
      name: 'motcua-notices',
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          gather(bundle);
          const portal = bundle['portal/index.html'];
          const styles = portal?.type === 'asset' && typeof portal.source === 'string' ? (portal.source.match(/<link rel="stylesheet"[^>]*>/g) ?? []) : [];
          const own = entry('motcua (Apache-2.0)', [readFileSync(resolve('LICENSE'), 'utf8')]);
          this.emitFile({ type: 'asset', fileName: 'licences.css', source: '.licence{display:list-item;padding-block:var(--s2);min-height:var(--target);cursor:pointer}.licences{overflow-wrap:anywhere}' });
          this.emitFile({ type: 'asset', fileName: 'licences.html', source: document(styles.join(''), own, [...folders].map(noticeOf).toSorted()) });
        },
      },
    },
  };
}
