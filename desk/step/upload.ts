import type { Upload } from '../../forms/ui/asking.ts';
import { call } from '../../ui/api.ts';

/** Sends a file for a field of a step; a refusal says why, in the reader's language. */
export const uploadFor = (task: string): Upload => async (path, file, progress) => {
  const body = new FormData();
  body.append('file', file, file.name.normalize('NFC'));
  const { files, refused } = await call('POST /api/files', { query: { task, field: path }, body });
  const [kept] = files;
  if (!kept) throw Object.assign(new Error(refused[0]?.message), { forPeople: true });
  progress(1);
  return kept;
};
