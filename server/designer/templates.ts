import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { miniature, type Miniature } from '../../engine/bpmn/miniature.ts';
import { readFolder } from '../../procedures/folder.ts';
import { filesIn, textOf, type PackageFiles } from '../../procedures/package-files.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { bpmnFile, isStatechart, processFileOf } from '../../procedures/process-path.ts';
import type { Template } from '../api/designer.ts';

/** Where packages to begin from lie: templates shipped with the designer, and whole procedures that serve as examples. A test checks all of them. */
const homes = {
  template: fileURLToPath(new URL('../../designer/templates/', import.meta.url)),
  example: fileURLToPath(new URL('../../procedures/', import.meta.url)),
} as const satisfies { readonly [K in Template['kind']]: string };
const kinds = ['template', 'example'] as const;

/** They are shipped, and do not change while the server runs. */
let known: Promise<readonly Template[]> | undefined;

/** Packages to begin from, templates first. */
export const templates = (): Promise<readonly Template[]> => (known ??= read());

async function read(): Promise<readonly Template[]> {
  const found: Template[] = [];
  for (const kind of kinds) {
    for (const id of await idsOf(kind)) {
      const files = await readFolder(`${homes[kind]}${id}`);
      if (files.has('procedure.json')) found.push(await entryOf(id, kind, files));
    }
  }
  return found;
}

const idsOf = async (kind: Template['kind']): Promise<readonly string[]> => (await readdir(homes[kind], { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();

/** What a person chooses by: what it is for, its steps, how much comes with it. */
async function entryOf(id: string, kind: Template['kind'], files: PackageFiles): Promise<Template> {
  const { name, summary, timeLimit, sheet } = JSON.parse(textOf(files.get('procedure.json')!)) as Procedure;
  const path = processFileOf(files);
  return {
    id, kind, name, summary, limit: timeLimit.at(-1)!.limit, isStatechart: isStatechart(path),
    steps: sheet.steps.map((step) => ({ name: step.name, byApplicant: step.by === 'applicant', limit: step.limit ?? null })),
    forms: [...filesIn(files, 'forms', '.json')].length, letters: [...filesIn(files, 'letters', '.json')].length,
    drawing: kind === 'template' && path === bpmnFile ? drawingOf(await miniature(textOf(files.get(bpmnFile)!))) : null,
  };
}

const drawingOf = (drawn: Miniature | undefined): Template['drawing'] => (drawn === undefined ? null : { ...drawn, shapes: [...drawn.shapes], ways: drawn.ways.map((way) => [...way]) });

/** The files of a template or example, or nothing when there is none of that id. */
export async function readTemplate(id: string): Promise<PackageFiles | undefined> {
  for (const kind of kinds) {
    if (!(await idsOf(kind)).includes(id)) continue;
    const files = await readFolder(`${homes[kind]}${id}`);
    if (files.has('procedure.json')) return files;
  }
  return undefined;
}
