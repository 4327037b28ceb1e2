import type { Visit } from '../../engine/effect.ts';
import { table } from '../table.ts';

/**
 * One thing that happened to a dossier. Append-only and chained: `hash` covers everything here and `prevHash`.
 * Nothing in it is personal: what was said stands in `journalPayloads`, bound by `payloadDigest`.
 */
export interface JournalRow {
  readonly dossierId: string;
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  readonly at: string;
  /** Account id, or `system`. */
  readonly actor: string;
  readonly kind: string;
  readonly visits: readonly Visit[];
  readonly payloadDigest: string;
  readonly prevHash: string;
  readonly hash: string;
}

export const journal = table<JournalRow>({
  name: 'journal',
  key: ['dossierId', 'seq'],
  columns: {
    dossierId: 'text', seq: 'integer', at: 'text', actor: 'text', kind: 'text', visits: 'json', payloadDigest: 'text', prevHash: 'text', hash: 'text',
  },
});

/** Erasable: without it the chain still verifies, and `salt` gone means the digest says nothing about the person. */
export interface JournalPayloadRow {
  readonly dossierId: string;
  readonly seq: number;
  readonly salt: string;
  readonly payload: unknown;
}

export const journalPayloads = table<JournalPayloadRow>({
  name: 'journalPayloads',
  key: ['dossierId', 'seq'],
  columns: { dossierId: 'text', seq: 'integer', salt: 'text', payload: 'json' },
});

/** A published root over all chain heads at one time. */
export interface CheckpointRow {
  readonly number: number;
  readonly at: string;
  readonly size: number;
  readonly root: string;
}

export const checkpoints = table<CheckpointRow>({
  name: 'checkpoints',
  key: ['number'],
  columns: { number: 'integer', at: 'text', size: 'integer', root: 'text' },
});

/** A chain head that went into a checkpoint. */
export interface CheckpointLeafRow {
  readonly number: number;
  readonly position: number;
  readonly dossierId: string;
  readonly seq: number;
  readonly hash: string;
}

export const checkpointLeaves = table<CheckpointLeafRow>({
  name: 'checkpointLeaves',
  key: ['number', 'position'],
  unique: [['number', 'dossierId']],
  columns: { number: 'integer', position: 'integer', dossierId: 'text', seq: 'integer', hash: 'text' },
});
