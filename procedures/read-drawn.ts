import { readBpmn, readCollaboration } from '../engine/bpmn/read.ts';
import type { Problem } from '../engine/bpmn/problem.ts';
import type { Definition } from '../engine/definition.ts';
import { link, unlinked } from '../engine/link.ts';
import type { Finding } from './finding.ts';
import { filesIn, safeText, type PackageFiles } from './package-files.ts';
import { bpmnFile, processFileOf, statechartFile } from './process-path.ts';
import { readProcess } from './read-process.ts';
import { sayVi } from './refusals/say.ts';

/** What a reader says, with the same in Vietnamese where that is written down. */
const inBoth = (message: string): Pick<Finding, 'message' | 'messageVi'> => {
  const messageVi = sayVi(message);
  return { message, ...(messageVi !== undefined && { messageVi }) };
};

const findingsFrom = (path: string, problems: readonly Problem[]): Finding[] =>
  problems.filter(({ rule }) => rule !== 'called-elsewhere').map(({ rule, severity, element = path, message }) => ({ rule, severity, element, ...inBoth(message), file: path }));

/**
 * The process of a package, with those that it calls: of its own file, of `processes/*.bpmn`, and of other procedures, which
 * `called` holds by their keys.
 */
export async function readDrawn(files: PackageFiles, called: ReadonlyMap<string, Definition>, found: Finding[]): Promise<Definition | undefined> {
  const path = processFileOf(files);
  const content = files.get(path);
  if (content === undefined) {
    found.push({ rule: 'missing-file', severity: 'error', element: path, file: path, message: `expected a file ${path}, but the package has none`, messageVi: `gói thiếu tệp ${path}` });
    return undefined;
  }
  if (files.has(statechartFile) && files.has(bpmnFile)) found.push({ rule: 'which-process', severity: 'error', element: bpmnFile, file: bpmnFile, message: `expected ${bpmnFile} or ${statechartFile}, but the package has both`, messageVi: `gói có cả sơ đồ (${bpmnFile}) lẫn biểu đồ trạng thái (${statechartFile}): chỉ giữ một` });
  const reading = await readProcess(path, safeText(path, content, found));
  found.push(...findingsFrom(path, 'problems' in reading ? reading.problems : reading.warnings));
  const beside = await processesBeside(files, found);
  if (!('definition' in reading)) return undefined;
  for (const id of beside.keys()) if (id === reading.definition.id || reading.definition.processes?.[id]) found.push({ rule: 'called-process', severity: 'error', element: id, file: path, message: `expected every process once in a package, but ${id} stands in ${path} and in processes/`, messageVi: `quy trình “${id}” có ở hai tệp: chỉ giữ một` });
  const { definition, faults } = link(reading.definition, new Map([...called, ...beside]));
  found.push(...faults.map(({ element, message }): Finding => ({ rule: 'called-process', severity: 'error', element, file: path, ...inBoth(message) })));
  for (const { id, called: wanted, binding } of faults.length > 0 ? [] : unlinked(definition)) {
    found.push({ rule: 'called-elsewhere', severity: 'error', element: id, file: path, message: `expected call activity ${id} to call a process of this package${binding === 'deployment' ? '' : ' or another procedure by its key'}, but there is no "${wanted}"`, messageVi: `bước gọi quy trình “${wanted}”, nhưng không có quy trình ấy: hãy chọn lại` });
  }
  return definition;
}

/** Processes that the package's own calls, each in `processes/`. */
async function processesBeside(files: PackageFiles, found: Finding[]): Promise<ReadonlyMap<string, Definition>> {
  const processes = new Map<string, Definition>();
  for (const { path, content } of filesIn(files, 'processes', '.bpmn')) {
    const reading = await readCollaboration(safeText(path, content, found));
    found.push(...findingsFrom(path, 'problems' in reading ? reading.problems : reading.warnings));
    for (const definition of 'problems' in reading ? [] : reading.processes) {
      if (processes.has(definition.id)) found.push({ rule: 'called-process', severity: 'error', element: definition.id, file: path, message: `expected every process once in a package, but ${definition.id} stands in two files`, messageVi: `quy trình “${definition.id}” có ở hai tệp: chỉ giữ một` });
      processes.set(definition.id, definition);
    }
  }
  return processes;
}

/** The keys of other procedures that a package calls, with the versions that are asked for; nothing when its process cannot be read. */
export async function calledKeys(files: PackageFiles): Promise<ReadonlyMap<string, ReadonlySet<'latest' | number>>> {
  const keys = new Map<string, Set<'latest' | number>>();
  const content = files.get(bpmnFile);
  // Most procedures call nothing, which needs no reading.
  const calls = [...files].some(([path, one]) => path.endsWith('.bpmn') && safeText(path, one, []).includes('callActivity'));
  const reading = content === undefined || !calls ? undefined : await readBpmn(safeText(bpmnFile, content, []));
  if (reading === undefined || 'problems' in reading) return keys;
  for (const { called, binding = 'latest' } of unlinked(link(reading.definition, await processesBeside(files, [])).definition)) {
    if (binding !== 'deployment') keys.set(called, (keys.get(called) ?? new Set()).add(binding));
  }
  return keys;
}
