import { createHash } from 'node:crypto';
import type { Hash } from './chain.ts';
import type { HashHex } from './merkle.ts';

export const sha256: Hash = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export const sha256Hex: HashHex = (hex) => createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex');
