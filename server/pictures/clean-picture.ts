import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

const ways: Readonly<Record<string, (bytes: Buffer) => Buffer | undefined>> = { 'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp };

/** Kinds of files in which a camera says where, when and with what it was taken; drawings are none of them. */
const taken = new Set([...Object.keys(ways), 'image/heic']);
export const isPhoto = (type: string): boolean => taken.has(type);

/**
 * The copy of a picture that others than those who work on its dossier may see: pixels as they are, and nothing of where, when and with what it
 * was taken (docs/decisions/0026). Only what a decoder is known to need is copied. Undefined when it cannot be done: for a kind that is not known here, or bytes
 * that are not whole; then there is no such copy.
 */
export const cleanPicture = (type: string, bytes: Buffer): Buffer | undefined => (Object.hasOwn(ways, type) ? ways[type]!(bytes) : undefined);
