import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { TooLarge, type FileStore } from '../../storage/files.ts';
import { ProblemError } from '../http/problem-error.ts';
import { copyOf } from '../pictures/clean-copy.ts';
import { isPhoto } from '../pictures/clean-picture.ts';
import { safeFileName } from './file-name.ts';
import { headLength, mediaTypeOf } from './media-type.ts';

/** `copied`: nobody but the sender sees a photo otherwise than as a clean copy, so one of which there can be none is not taken. */
export interface UploadRules { readonly accept: readonly string[]; readonly maxBytes: number; readonly maxFiles: number; readonly copied: boolean }
export interface Kept { readonly name: string; readonly sha256: string; readonly size: number; readonly type: string }
export interface Refused { readonly name: string; readonly reason: 'too-large' | 'type' | 'empty' | 'incomplete' | 'too-many' | 'no-copy' }

/**
 * Streams the files of a multipart request into the store, each judged by itself. A stream that breaks off rejects;
 * what was stored before stays as blobs without a row, which the cleaning removes later.
 */
export async function receiveFiles(request: IncomingMessage, store: FileStore, rules: UploadRules): Promise<{ kept: Kept[]; refused: Refused[] }> {
  const kept: Kept[] = [];
  const refused: Refused[] = [];
  const pending: Promise<void>[] = [];
  const parser = openParser(request);
  let seen = 0;
  const sortOne = async (stream: Readable, name: string): Promise<void> => {
    try {
      const done = await keepOne(stream, name, store, rules);
      if ('sha256' in done) kept.push(done);
      else refused.push(done);
    } catch (error) {
      parser.destroy(error as Error);
      throw error;
    }
  };
  parser.on('file', (_field, stream, info) => {
    const name = safeFileName(info.filename ?? '');
    seen += 1;
    if (seen > rules.maxFiles) {
      refused.push({ name, reason: 'too-many' });
      stream.resume();
      return;
    }
    stream.on('error', () => undefined);
    pending.push(sortOne(stream, name));
  });
  parser.on('partsLimit', () => parser.destroy(new ProblemError('too-large')));
  try {
    await feed(request, parser);
  } catch (error) {
    await Promise.allSettled(pending);
    throw error instanceof ProblemError ? error : new ProblemError('malformed', { detail: { vi: 'Nội dung tải lên bị ngắt hoặc sai định dạng.', en: 'The upload broke off or is not well-formed.' } });
  }
  await Promise.all(pending);
  return { kept, refused };
}

/** Not a `pipeline`: that would cut the line before the sender hears what was wrong. What is left of the request is read and dropped. */
function feed(request: IncomingMessage, parser: busboy.Busboy): Promise<void> {
  return new Promise((resolve, reject) => {
    request.on('error', (error) => parser.destroy(error));
    parser.on('error', (error) => {
      request.unpipe(parser);
      request.resume();
      reject(error instanceof Error ? error : new Error('the parser failed'));
    });
    parser.on('close', resolve);
    request.pipe(parser);
  });
}

function openParser(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { files: 50, fields: 5, fieldSize: 1000, parts: 60, headerPairs: 20 } });
  } catch {
    throw new ProblemError('malformed', { detail: { vi: 'Nội dung tải lên sai định dạng.', en: 'The upload is not well-formed.' } });
  }
}

/** One file of a stream, judged by its content: kept, or why not. */
export async function keepOne(stream: Readable, name: string, store: FileStore, rules: UploadRules): Promise<Kept | Refused> {
  const bytes = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const begun: Buffer[] = [];
  let length = 0;
  while (length < headLength) {
    const next = await bytes.next();
    if (next.done === true) break;
    begun.push(next.value);
    length += next.value.length;
  }
  if (length === 0) return { name, reason: 'empty' };
  const type = mediaTypeOf(Buffer.concat(begun));
  if (type === undefined || !rules.accept.includes(type)) {
    await drain(bytes);
    return { name, reason: 'type' };
  }
  try {
    const blob = await store.put(joined(begun, bytes), rules.maxBytes);
    if (rules.copied && isPhoto(type) && (await copyOf(store, { ...blob, type })) === undefined) return { name, reason: 'no-copy' };
    return { name, ...blob, type };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    await drain(bytes);
    return { name, reason: 'too-large' };
  }
}

async function* joined(begun: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* begun;
  // Not `for await`: leaving early must not close the stream, which is then drained so that the next file is read.
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function drain(bytes: AsyncIterator<Buffer>): Promise<void> {
  while ((await bytes.next()).done !== true);
}
