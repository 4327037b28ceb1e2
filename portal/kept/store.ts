import type { FileValue } from '../../forms/form.ts';
import type { Answers } from '../filing/use-answers.ts';

/** A file as it was chosen, under the id that stands in the answers until the server has given it one. */
export interface KeptFile { readonly id: string; readonly name: string; readonly blob: Blob }

/** What was filled in without a network and waits on this device. */
export interface Kept {
  readonly id: string;
  readonly procedure: string;
  /** Of the procedure, in both languages, and what tells it from others. */
  readonly name: { readonly vi: string; readonly en: string };
  readonly keptAt: string;
  readonly answers: Answers;
  readonly files: readonly KeptFile[];
  /** Idempotency keys, made once: however often it is sent, it arrives once. */
  readonly keys: { readonly draft: string; readonly file: string };
  /** How far the sending came. */
  readonly sent: { readonly draft?: string; readonly files: Readonly<Record<string, FileValue>>; readonly revision?: number };
  /** Why it does not go on by itself: nobody is signed in, or the server asks for corrections. */
  readonly stopped?: 'sign-in' | 'refused';
}

const name = 'motcua';
const table = 'kept';
const flag = 'motcua.kept';

const answered = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.addEventListener('success', () => resolve(request.result));
  request.addEventListener('error', () => reject(request.error ?? new Error('the device keeps nothing')));
});

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(table, { keyPath: 'id' }));
  return answered(request);
};

const listeners = new Set<() => void>();

/** Tells whoever shows what waits that it has changed. */
export const onKept = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const within = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await open();
  try {
    const result = await answered(act(database.transaction(table, mode).objectStore(table)));
    if (mode === 'readwrite') {
      const left = await answered(database.transaction(table).objectStore(table).count());
      if (left > 0) localStorage.setItem(flag, '1');
      else localStorage.removeItem(flag);
      for (const listener of listeners) listener();
    }
    return result;
  } finally {
    database.close();
  }
};

export const allKept = async (): Promise<readonly Kept[]> => ((await within('readonly', (store) => store.getAll())) as Kept[]).toSorted((one, other) => one.keptAt.localeCompare(other.keptAt));
export const keep = async (kept: Kept): Promise<void> => void (await within('readwrite', (store) => store.put(kept)));
export const forget = async (id: string): Promise<void> => within('readwrite', (store) => store.delete(id));
export const forgetAll = async (): Promise<void> => within('readwrite', (store) => store.clear());
