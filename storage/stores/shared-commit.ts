/** One connection for writing, and the words that begin and end what is written together. */
export interface Writer<Tx> {
  begin(): void;
  /** Within what has begun: from here on it can be taken back alone. */
  mark(): void;
  unmark(): void;
  backToMark(): void;
  commit(): void;
  rollback(): void;
  /** Lets others have the connection. */
  release(): Promise<void>;
  /** What one transaction sees; of no use once `end` was called, which gives the error by which the database has taken back all that had begun, if it has. */
  open(): { readonly tx: Tx; end(): Error | undefined };
}

interface Waiting<Tx> {
  readonly work: (tx: Tx) => Promise<unknown>;
  readonly keep: (value: unknown) => void;
  readonly refuse: (reason: unknown) => void;
}

/** So many share a commit at most: whoever came first shall not wait long for the others. */
const MOST = 64;

/** Another process writes: how often it is tried again, and after how many milliseconds. With what the database waits itself, two seconds. */
const MOST_TRIES = 20;
const AGAIN_MS = 80;

/** Lets requests in that have arrived meanwhile. */
const breath = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/**
 * Runs transactions one after the other, in the order in which they came. Those that come while others run share their commit,
 * because reaching the disk takes longer than all else. Each keeps its own outcome: one that throws takes back what it did
 * itself, and nobody is told anything, good or bad, before the commit, since each may have seen what those before it wrote.
 * When the commit fails all of them fail.
 */
export function sharedCommit<Tx>(connect: () => Promise<Writer<Tx>>): <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result> {
  const waiting: Waiting<Tx>[] = [];
  let busy = false;

  const serve = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) await together(connect, waiting);
    busy = false;
  };
  return <Result>(work: (tx: Tx) => Promise<Result>) => new Promise<Result>((keep, refuse) => {
    waiting.push({ work, keep: keep as (value: unknown) => void, refuse });
    if (!busy) void serve();
  });
}

/** One commit for those that wait, and for those that come before it. Never throws. */
async function together<Tx>(connect: () => Promise<Writer<Tx>>, waiting: Waiting<Tx>[]): Promise<void> {
  const taken: Waiting<Tx>[] = [];
  const outcomes: (() => void)[] = [];
  let writer: Writer<Tx> | undefined;
  try {
    writer = await begun(connect);
    let isOpen = true;
    while (isOpen && waiting.length > 0 && taken.length < MOST) {
      const next = waiting.shift()!;
      taken.push(next);
      const done = await outcome(writer, next, taken.length > 1);
      outcomes.push(done.tell);
      ({ isOpen } = done);
      await breath();
    }
    if (isOpen) writer.commit();
    for (const told of outcomes) told();
  } catch (error) {
    undo(writer);
    for (const { refuse } of taken.length > 0 ? taken : waiting.splice(0)) refuse(error);
  } finally {
    await writer?.release();
  }
}

/** The connection, once nobody else writes; others may read meanwhile. */
async function begun<Tx>(connect: () => Promise<Writer<Tx>>): Promise<Writer<Tx>> {
  for (let tries = 1; ; tries += 1) {
    const writer = await connect();
    try {
      writer.begin();
      return writer;
    } catch (error) {
      await writer.release();
      if ((error as { code?: unknown }).code !== 'SQLITE_BUSY' || tries >= MOST_TRIES) throw error;
    }
    await new Promise((resolve) => void setTimeout(resolve, AGAIN_MS));
  }
}

/** Does the work of one; what it shall be told after the commit, and whether there is something to commit. Throws when nothing can be kept any more. */
async function outcome<Tx>(writer: Writer<Tx>, { work, keep, refuse }: Waiting<Tx>, marked: boolean): Promise<{ readonly tell: () => void; readonly isOpen: boolean }> {
  if (marked) writer.mark();
  const { tx, end } = writer.open();
  const result = await work(tx).then((value) => ({ value }), (error: unknown) => ({ error }));
  const lost = end();
  if (lost) throw lost;
  if ('value' in result) {
    if (marked) writer.unmark();
    return { tell: () => keep(result.value), isOpen: true };
  }
  // The first is all there is: the next begins anew.
  if (marked) writer.backToMark();
  else writer.rollback();
  return { tell: () => refuse(result.error), isOpen: marked };
}

/** The failure before it is what is told. */
function undo(writer: { rollback(): void } | undefined): void {
  try {
    writer?.rollback();
  } catch {
    // Nothing had begun, or the connection is gone: nothing is kept.
  }
}
