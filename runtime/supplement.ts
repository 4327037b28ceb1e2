import type { Data, Json } from '../engine/state.ts';
import type { SupplementItem } from '../storage/tables/supplements.ts';
import type { TaskRow } from '../storage/tables/tasks.ts';
import { Refused } from './answer.ts';
import type { FieldFault } from './answer.ts';
import { valueAt, withValueAt } from './field-path.ts';
import type { OpenDossier } from './open-dossier.ts';

/** A step's answer `{ outcome: 'supplement', items: […] }` asks the applicant to correct exactly those fields and files. */
export async function askSupplement(open: OpenDossier, task: TaskRow, answer: Json, actor: string): Promise<void> {
  if (!isObject(answer) || answer['outcome'] !== 'supplement') return;
  const { items, remark } = answer;
  if (!Array.isArray(items) || items.length === 0) throw invalid([{ path: 'items', message: 'expected at least one thing to correct, but there is none' }]);
  const faults: FieldFault[] = [];
  const application = open.row.data['application'] ?? {};
  const kept = items.map((item: Json, index): SupplementItem => {
    const { target, path, remark: why } = isObject(item) ? item : {};
    if (target !== 'field' && target !== 'file') faults.push({ path: `items.${index}.target`, message: 'expected "field" or "file"' });
    if (typeof path !== 'string' || path === '') faults.push({ path: `items.${index}.path`, message: 'expected the path of a field of the application' });
    const at = typeof path === 'string' ? path : '';
    return { target: target === 'file' ? 'file' : 'field', path: at, remark: typeof why === 'string' ? why : '', before: valueAt(application, at) ?? null };
  });
  if (faults.length > 0) throw invalid(faults);
  await open.tx.supplements.insert({
    dossierId: open.row.id, number: (await open.tx.supplements.count({ dossierId: open.row.id })) + 1, node: task.node, items: kept,
    remark: typeof remark === 'string' ? remark : null, requestedAt: open.now, requestedBy: actor, answeredAt: null,
  });
}

/**
 * The applicant's answer `{ changes: { path: value } }` to the open request, merged into the application.
 * Only what was asked for may be changed; the earlier values stay in the request and in the journal.
 */
export async function answerSupplement(open: OpenDossier, answer: Json): Promise<Data | undefined> {
  const { dossierId, changes } = { dossierId: open.row.id, changes: isObject(answer) ? answer['changes'] : undefined };
  if (changes === undefined) return undefined;
  const [request] = await open.tx.supplements.find({ dossierId, answeredAt: null }, { order: [['number', 'desc']], limit: 1 });
  if (request === undefined || !isObject(changes)) throw invalid([{ path: 'changes', message: 'expected corrections to an open request, but there is none' }]);
  const asked = new Set(request.items.map(({ path }) => path));
  const faults = Object.keys(changes).filter((path) => !asked.has(path)).map((path) => ({ path: `changes.${path}`, message: `expected only what was asked for (${[...asked].join(', ')})` }));
  if (faults.length > 0) throw invalid(faults);
  const application = corrected((open.row.data['application'] ?? {}) as Data, changes);
  const items = request.items.map((item) => (Object.hasOwn(changes, item.path) ? { ...item, after: changes[item.path] ?? null } : item));
  await open.tx.supplements.update({ dossierId, number: request.number }, { items, answeredAt: open.now });
  return application;
}

function corrected(application: Data, changes: Data): Data {
  try {
    return Object.entries(changes).reduce((data, [path, value]) => withValueAt(data, path, value), application);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalid([{ path: 'changes', message: error.message }]);
  }
}

function isObject(value: Json | undefined): value is Data {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function invalid(faults: readonly FieldFault[]): Refused {
  const message = faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ');
  return new Refused({ ok: false, refused: 'invalid', message, faults });
}
