import type { Readable } from 'node:stream';
import type { IntakeDescription } from './description.ts';

/** A portal outside whose dossiers come in here. */
export interface Portal {
  readonly description: IntakeDescription;
  /** Key of its signatures. */
  readonly secret: string;
  /** Hands a file of the portal to `take`. Throws NotAnswered when it does not come; a portal that is only played makes one up. */
  file<Value>(path: string, take: (bytes: Readable) => Promise<Value>): Promise<Value>;
  /** Whether it is only played: then it has a page of ours. */
  readonly simulated: boolean;
}
