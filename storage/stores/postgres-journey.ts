import pg from 'pg';
import type { Client, Connection } from 'pg';
import { spokenOf } from './postgres-spoken.ts';
import type { Spoken } from './postgres-spoken.ts';
import { inWords } from './session.ts';
import type { Response, Statement } from './session.ts';

/** And what it was: `INSERT`, `COMMIT` … */
export type Done = Response & { readonly command: string };

interface Said {
  readonly statement: Statement;
  readonly spoken: Spoken;
  readonly keep: (done: Done) => void;
  readonly refuse: (reason: unknown) => void;
}

/** A connection with the driver's own book of what the server has prepared on it, and of what it was asked to prepare. */
interface Wire extends Connection {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
}

/** Says a statement on a connection. What is said before anything is waited for goes to the server in one piece. */
export function speaker(connection: Client): (statement: Statement) => Promise<Done> {
  let waiting: Said[] = [];
  const depart = (): void => {
    const all = waiting;
    waiting = [];
    connection.query(new Journey(all));
  };
  return (statement) => new Promise((keep, refuse) => {
    if (waiting.length === 0) process.nextTick(depart);
    waiting.push({ statement, spoken: spokenOf(statement.sql), keep, refuse });
  });
}

/**
 * Statements that go to the server in one piece and are answered in one. The driver's own question has one statement, asks for an answer at once,
 * and for a description of the columns, which whoever asks knows. When one fails, the server passes over those behind it.
 */
class Journey extends pg.Query {
  /** The driver's, which reads them: what the server is at, and what is to be called at the end. */
  declare name: string;
  declare text: string;
  declare callback: (() => void) | undefined;
  readonly #all: readonly Said[];
  #at = 0;
  #rows: (string | null)[][] = [];

  constructor(all: readonly Said[]) {
    super('');
    this.#all = all;
    this.#turnTo(0);
  }

  #turnTo(index: number): void {
    this.#at = index;
    this.#rows = [];
    const said = this.#all[index];
    if (said !== undefined) ({ name: this.name, text: this.text } = said.spoken);
  }

  override submit = (connection: Connection): void => {
    const wire = connection as Wire;
    wire.stream.cork();
    for (const { statement, spoken: { name, text } } of this.#all) {
      if (wire.parsedStatements[name] === undefined && wire.submittedNamedStatements[name] === undefined) {
        wire.parse({ name, text, types: [] }, true);
        if (name !== '') wire.submittedNamedStatements[name] = text;
      }
      wire.bind({ statement: name, values: statement.bindings as (string | null)[], valueMapper: asText }, true);
      wire.execute({}, true);
    }
    wire.sync();
    wire.stream.uncork();
  };

  handleDataRow({ fields }: { readonly fields: (string | null)[] }): void {
    this.#rows.push(fields);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const words = text.split(' ');
    this.#all[this.#at]?.keep({ rows: this.#rows, changes: Number(words.at(-1)) || 0, command: words[0]! });
    this.#turnTo(this.#at + 1);
  }

  handleReadyForQuery(): void {
    this.callback?.();
  }

  handleError(error: unknown, connection: Connection): void {
    const passedOver = this.#all.slice(this.#at);
    const [first] = passedOver;
    const reason = first === undefined ? error : inWords(error, first.statement);
    for (const { spoken: { name }, refuse } of passedOver) {
      delete (connection as Wire).submittedNamedStatements[name];
      refuse(reason);
    }
    this.callback?.();
  }
}

/** As rows come back, too: the tables know which are numbers. */
const asText = (value: string | number | null): string | null => (value === null ? null : String(value));
