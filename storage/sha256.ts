import { hash } from 'node:crypto';
import type { Hash } from './chain.ts';
import type { HashHex } from './merkle.ts';

export const sha256: Hash = (text) => hash('sha256', text);

export const sha256Hex: HashHex = (hex) => hash('sha256', Buffer.from(hex, 'hex'));
