import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `pdfsig` of poppler says of a PDF: another's eyes than ours. Undefined where this machine does not have it. */
export function pdfsig(pdf: Uint8Array): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'signed-'));
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    const { error, stdout } = spawnSync('pdfsig', ['-nocert', join(folder, 'paper.pdf')], { encoding: 'utf8' });
    return error === undefined ? stdout : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
