import type { Context } from 'koa';
import type { Json } from '../../engine/state.ts';
import { ProblemError } from './problem-error.ts';
import { readJson, type Fault } from './json-body.ts';

const faultTexts: { readonly [Kind in Fault['fault']]: { vi: string; en: string } } = {
  syntax: { vi: 'Nội dung gửi lên không đúng định dạng JSON.', en: 'The body is not well-formed JSON.' },
  depth: { vi: 'Nội dung lồng nhau quá sâu (tối đa 64 cấp).', en: 'The content is nested too deeply (at most 64 levels).' },
  size: { vi: 'Nội dung có quá nhiều mục.', en: 'The content has too many members.' },
  name: { vi: 'Tên mục không được phép.', en: 'A member has a name that is not allowed.' },
  duplicate: { vi: 'Có mục bị lặp tên.', en: 'A member is named twice.' },
  number: { vi: 'Có số quá lớn hoặc nhiều chữ số hơn mức giữ được chính xác.', en: 'A number is too large, or has more digits than can be kept exactly.' },
  text: { vi: 'Có ký tự không hợp lệ trong văn bản.', en: 'A text holds characters that are not allowed.' },
};

/** The request's bytes. Throws too-large past `limit` bytes; a declared length is believed before reading. */
export async function readBytes(context: Context, limit: number): Promise<Buffer> {
  if (Number(context.request.length ?? 0) > limit) throw new ProblemError('too-large');
  const chunks: Buffer[] = [];
  let size = 0;
  // The line stays open past the limit, so that the sender hears why.
  for await (const chunk of context.req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new ProblemError('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The request's JSON, cleaned (json-body.ts). Throws a problem that names what is wrong. */
export async function readJsonBody(context: Context, limit: number): Promise<Json> {
  if (!context.is('application/json')) throw new ProblemError('unsupported-media-type');
  return jsonFrom(await readBytes(context, limit));
}

/** The same of bytes that were read before, such as those whose signature was looked at. */
export function jsonFrom(bytes: Uint8Array): Json {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('malformed', { detail: faultTexts.text });
  }
  const read = readJson(text);
  if ('value' in read) return read.value;
  throw new ProblemError('malformed', { detail: faultTexts[read.fault], errors: read.at === '' ? [] : [{ path: read.at, message: read.fault }] });
}
