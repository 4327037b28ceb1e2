import { readFile } from 'node:fs/promises';
import type { RunningHouse } from './running-house.ts';
import { packageFolder } from './running-house.ts';
import type { Visitor } from './visitor.ts';

// The smallest thing whose bytes say PDF.
export const smallPdf = (text = 'x'): Blob => new Blob([`%PDF-1.7\n${text}\n%%EOF\n`], { type: 'application/pdf' });

type Files = readonly { readonly file: string }[];

export async function upload(visitor: Visitor, target: string, ...files: readonly (readonly [name: string, bytes: Blob])[]): Promise<{ readonly status: number; readonly body: { readonly files: Files; readonly refused: readonly { readonly reason: string }[]; readonly code?: string } }> {
  const form = new FormData();
  for (const [name, bytes] of files) form.append('file', bytes, name);
  const answer = await visitor.fetch('POST', `/api/files?${target}`, { body: form });
  return { status: answer.status, body: (await answer.json()) as never };
}

/** Answers of the package's own scenario, with files that were really uploaded to the draft. */
export async function houseAnswers(visitor: Visitor, draft: string, change: Readonly<Record<string, unknown>> = {}): Promise<Record<string, unknown>> {
  const house = JSON.parse(await readFile(`${packageFolder}/scenarios/applications/house.json`, 'utf8')) as { papers: Record<string, unknown> };
  const papers: Record<string, unknown> = {};
  for (const field of Object.keys(house.papers)) {
    const { body } = await upload(visitor, `draft=${draft}&field=papers.${field}`, [`${field}.pdf`, smallPdf(field)]);
    papers[field] = body.files;
  }
  return { ...house, papers, ...change };
}

/** Files a house permit through the portal's own requests; answers the confirmation. */
export async function fileHouse(_house: RunningHouse, visitor: Visitor, change: Readonly<Record<string, unknown>> = {}): Promise<{ readonly dossier: string; readonly code: string }> {
  const draft = (await visitor.done('POST', '/api/drafts', { procedure: 'construction-permit-house' })) as unknown as { id: string; revision: number };
  const data = await houseAnswers(visitor, draft.id, change);
  const saved = (await visitor.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data })) as unknown as { revision: number };
  return (await visitor.done('POST', `/api/drafts/${draft.id}/file`, { revision: saved.revision, declared: true })) as unknown as { dossier: string; code: string };
}

/** Does the open step at `node` of a dossier as the visitor, with the version they would have seen. */
export async function doStep(house: RunningHouse, visitor: Visitor, dossier: string, node: string, data: unknown): Promise<Record<string, never>> {
  const task = await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, node, status: 'open' }));
  if (task === undefined) throw new Error(`expected an open step "${node}", but there is none`);
  const view = (await visitor.done('GET', `/api/tasks/${task.id}`)) as unknown as { dossier: { version: number } };
  const done = await visitor.done('POST', `/api/tasks/${task.id}/complete`, { expectedVersion: view.dossier.version, data });
  await house.work();
  return done;
}

export const checks = { identity: true, competence: true, complete: true, readable: true };
export const conditions = { planning: 'met', landUse: 'met', neighbours: 'met', alignment: 'met', density: 'met', height: 'met' };
