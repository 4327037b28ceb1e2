import type { FileStore } from '../../storage/files.ts';
import type { FileRow } from '../../storage/tables/files.ts';
import { ProblemError } from '../http/problem-error.ts';
import { cleanPicture } from './clean-picture.ts';

type Stored = Pick<FileRow, 'sha256' | 'size' | 'type'>;

/** Larger than any photo that a form takes: no more is held at once. */
const largest = 30_000_000;
const none = { vi: 'Ảnh này không tạo được bản đã xóa thông tin nơi chụp và máy ảnh, nên bạn không xem được.', en: 'No copy of this picture could be made without what the camera wrote into it, so it cannot be shown to you.' };

/** The copy of a photo without what the camera wrote. Throws file-refused where there can be none: the original is never given instead. */
export async function cleanCopy(files: FileStore, photo: Stored): Promise<Buffer> {
  const copy = await copyOf(files, photo);
  if (copy === undefined) throw new ProblemError('file-refused', { detail: none });
  return copy;
}

/** The same, or nothing. */
export async function copyOf(files: FileStore, { sha256, size, type }: Stored): Promise<Buffer | undefined> {
  const stream = size > largest ? undefined : await files.get(sha256);
  const parts: Buffer[] = [];
  for await (const part of stream ?? []) parts.push(part as Buffer);
  return cleanPicture(type, Buffer.concat(parts));
}
