import type { FileValue } from '../../forms/form.ts';
import type { Uploaded } from '../../server/api/file.ts';
import { isProblem } from '../../ui/problem.ts';
import type { Answers } from '../filing/use-answers.ts';
import type { Kept, KeptFile } from './store.ts';

/** What the server is asked for; given, so that a test can break the line anywhere. */
export interface Line {
  begin(procedure: string, key: string): Promise<{ readonly id: string; readonly revision: number }>;
  upload(draft: string, field: string, file: KeptFile): Promise<Uploaded>;
  read(draft: string): Promise<{ readonly revision: number }>;
  save(draft: string, revision: number, answers: Answers): Promise<{ readonly revision: number }>;
  file(draft: string, revision: number, key: string): Promise<{ readonly dossier: string }>;
}

/** Where a file stands in the answers, and with what in its place. */
interface Placed { readonly field: string; readonly id: string }

const placesOf = (value: unknown, path = ''): readonly Placed[] => {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => (isFile(item) ? [{ field: path, id: item.file }] : placesOf(item, `${path}.${index}`)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => placesOf(member, path === '' ? key : `${path}.${key}`));
};

const isFile = (value: unknown): value is FileValue => typeof value === 'object' && value !== null && 'file' in value && 'sha256' in value && typeof value.file === 'string';

const withFiles = <T>(value: T, files: Readonly<Record<string, FileValue>>): T => {
  if (Array.isArray(value)) return value.map((item: unknown) => (isFile(item) ? (files[item.file] ?? item) : withFiles(item, files))) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withFiles(member, files)])) as T;
};

/**
 * Sends what was kept, from where the last try broke off; `note` keeps each step on the device before the next begins. Answers the
 * dossier. Throws the problem that stopped it; what is kept then says how to go on.
 */
export const sendKept = async (kept: Kept, line: Line, note: (kept: Kept) => Promise<void>): Promise<string> => {
  let now: Kept = kept;
  const go = async (sent: Partial<Kept['sent']>): Promise<void> => {
    const { stopped: _, ...rest } = now;
    now = { ...rest, sent: { ...now.sent, ...sent } };
    await note(now);
  };
  if (now.sent.draft === undefined) await go({ draft: (await line.begin(now.procedure, now.keys.draft)).id });
  const draft = now.sent.draft!;
  for (const { field, id } of placesOf(now.answers)) {
    const file = now.files.find((one) => one.id === id);
    if (file === undefined || now.sent.files[id] !== undefined) continue;
    const [up] = (await line.upload(draft, field, file)).files;
    if (up !== undefined) await go({ files: { ...now.sent.files, [id]: up } });
  }
  if (now.sent.revision === undefined) {
    // Whether an earlier try was saved is not known: only this device writes to the draft.
    const { revision } = await line.read(draft);
    await go({ revision: (await line.save(draft, revision, withFiles(now.answers, now.sent.files))).revision });
  }
  return (await line.file(draft, now.sent.revision!, now.keys.file)).dossier;
};

/** What has to happen before it is tried again; nothing where the network only has to return. */
export const stoppedBy = (error: unknown): Kept['stopped'] =>
  isProblem(error, 'sign-in-required') ? 'sign-in' : isProblem(error) && error.status >= 400 && error.status < 500 && error.status !== 429 ? 'refused' : undefined;
