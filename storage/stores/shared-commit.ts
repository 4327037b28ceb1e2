/** One connection for writing, and the words that begin and end what is written together. */
export interface Writer<Tx> {
  begin(): void;
  commit(): void;
  rollback(): void;
  /** Lets others have the connection. */
  release(): Promise<void>;
  /** What one transaction sees; of no use once `end` was called. */
  open(): { readonly tx: Tx; end(): Ending };
}

export interface Ending {
  /** Whether it wrote, or tried to. */
  readonly wrote: boolean;
  /** The error by which the database has taken back all that had begun, if it has. */
  readonly lost: Error | undefined;
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

/** So many milliseconds at most are worked in a row while others wait: answers and requests shall not wait long either. */
const BREATHLESS_MS = 5;

/** Lets requests in that have arrived meanwhile. */
const breath = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/**
 * Runs transactions one after the other, in the order in which they came. Those that come while others run share their commit,
 * because reaching the disk takes longer than all else. Each keeps its own outcome: when one throws after it has written, all is
 * taken back, those before it are run again and kept, and it begins the next commit, where it can be taken back alone. Nobody is told
 * anything, good or bad, before that, since each may have seen what those before it wrote. When the commit fails all of them fail.
 */
export function sharedCommit<Tx>(connect: () => Promise<Writer<Tx>>): <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result> {
  const waiting: Waiting<Tx>[] = [];
  let busy = false;

  const serve = async (): Promise<void> => {
    busy = true;
    for (let most = MOST; waiting.length > 0;) most = await together(connect, waiting, most);
    busy = false;
  };
  return <Result>(work: (tx: Tx) => Promise<Result>) => new Promise<Result>((keep, refuse) => {
    waiting.push({ work, keep: keep as (value: unknown) => void, refuse });
    if (!busy) void serve();
  });
}

/** One commit for the first that wait, and for those that come before it, `most` of them. Answers how many may share the next one. Never throws. */
async function together<Tx>(connect: () => Promise<Writer<Tx>>, waiting: Waiting<Tx>[], most: number): Promise<number> {
  const outcomes: (() => void)[] = [];
  let begun = 0;
  let writer: Writer<Tx> | undefined;
  try {
    writer = await writing(connect);
    let breathed = performance.now();
    while (begun < Math.min(most, waiting.length)) {
      begun += 1;
      const { tell, spoils } = await outcome(writer, waiting[begun - 1]!);
      if (spoils) {
        writer.rollback();
        if (outcomes.length > 0) return outcomes.length;
        waiting.shift();
        tell();
        return MOST;
      }
      outcomes.push(tell);
      if (begun < waiting.length && performance.now() - breathed < BREATHLESS_MS) continue;
      await breath();
      breathed = performance.now();
    }
    writer.commit();
    waiting.splice(0, begun);
    for (const tell of outcomes) tell();
  } catch (error) {
    undo(writer);
    for (const { refuse } of waiting.splice(0, begun > 0 ? begun : waiting.length)) refuse(error);
  } finally {
    await writer?.release();
  }
  return MOST;
}

/** The connection, once nobody else writes; others may read meanwhile. */
async function writing<Tx>(connect: () => Promise<Writer<Tx>>): Promise<Writer<Tx>> {
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

/** Does the work of one: what it shall be told after the commit, and whether it leaves behind what must not be kept. Throws when nothing can be kept any more. */
async function outcome<Tx>(writer: Writer<Tx>, { work, keep, refuse }: Waiting<Tx>): Promise<{ readonly tell: () => void; readonly spoils: boolean }> {
  const { tx, end } = writer.open();
  const result = await work(tx).then((value) => ({ value }), (error: unknown) => ({ error }));
  const { wrote, lost } = end();
  if (lost) throw lost;
  return 'value' in result ? { tell: () => keep(result.value), spoils: false } : { tell: () => refuse(result.error), spoils: wrote };
}

/** The failure before it is what is told. */
function undo(writer: { rollback(): void } | undefined): void {
  try {
    writer?.rollback();
  } catch {
    // Nothing had begun, or the connection is gone: nothing is kept.
  }
}
