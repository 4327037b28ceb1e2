/** The database cannot be reached or does not answer in time. Nothing is known about a transaction that was under way: repeat it with its key. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

const CODES = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH|SQLITE_BUSY|SQLITE_FULL|SQLITE_IOERR.*|57P0\d|57014|08...|53...)$/;
const WORDS = /connection terminated|timeout exceeded|timeout acquiring|connection ended|not queryable|client has encountered a connection error/i;

/** The same error, or in words that let a server answer 503 when the database is the cause. */
export function asUnavailable(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (!CODES.test(String(code)) && !WORDS.test(String(message))) return error;
  return new StoreUnavailable(`expected the database to answer, but: ${String(message)}`, { cause: error });
}
