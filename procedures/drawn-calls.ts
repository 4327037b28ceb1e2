import { readCollaboration } from '../engine/bpmn/read.ts';
import { bpmnFile } from './process-path.ts';
import { filesIn, safeText, type PackageFiles } from './package-files.ts';

/** A call activity as it is drawn: `called` is null where FEEL decides which process it is. */
export interface DrawnCall {
  readonly element: string;
  readonly name: string;
  readonly called: string | null;
  readonly binding: 'latest' | 'deployment' | number;
}

/** A process of the package that can be called. */
export interface DrawnProcess {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** What the diagrams of a package call, and the processes in them. A diagram that cannot be read has none. */
export async function drawnCalls(files: PackageFiles): Promise<{ readonly calls: readonly DrawnCall[]; readonly processes: readonly DrawnProcess[] }> {
  const calls = new Map<string, DrawnCall>();
  const processes: DrawnProcess[] = [];
  const main = files.get(bpmnFile);
  for (const { path, content } of [...main === undefined ? [] : [{ path: bpmnFile, content: main }], ...filesIn(files, 'processes', '.bpmn')]) {
    const reading = await readCollaboration(safeText(path, content, []), { sketch: true });
    for (const { id, name = id, nodes } of 'problems' in reading ? [] : reading.processes) {
      processes.push({ id, name, path });
      for (const node of Object.values(nodes)) {
        if (node.kind === 'callActivity') calls.set(node.id, { element: node.id, name: node.name ?? node.id, called: typeof node.called === 'string' ? node.called : null, binding: node.binding ?? 'latest' });
      }
    }
  }
  return { calls: [...calls.values()], processes };
}
