import type { Failure } from '../../server/api/incident.ts';
import type { KeyOf } from '../../ui/texts.ts';
import type { vi } from '../words/vi.ts';

type Key = KeyOf<typeof vi>;

interface Words {
  readonly title: Key;
  /** How many dossiers wait. */
  readonly waiting?: Key;
  /** Why no more comes. */
  readonly stands: Key;
  readonly skip: Key;
  readonly skipTitle: Key;
  readonly skipHint: Key;
  readonly skipNow: Key;
}

const start = { title: 'startAt', waiting: 'startWaiting', stands: 'startStands', skip: 'startSkip', skipTitle: 'startSkipTitle', skipHint: 'startSkipHint', skipNow: 'startSkipNow' } as const;
const version = { title: 'versionAt', stands: 'versionStands', skip: 'versionSkip', skipTitle: 'versionSkipTitle', skipHint: 'versionSkipHint', skipNow: 'versionSkipNow' } as const;

/** What is said of each kind of failure. */
export const failureWords: Readonly<Record<Failure['kind'], Words>> = {
  start, version,
  word: { title: 'wordAt', waiting: 'wordWaiting', stands: 'wordWaiting', skip: 'wordSkip', skipTitle: 'wordSkipTitle', skipHint: 'wordSkipHint', skipNow: 'wordSkipNow' },
  refund: { title: 'refundAt', waiting: 'refundWaiting', stands: 'refundWaiting', skip: 'wordSkip', skipTitle: 'wordSkipTitle', skipHint: 'wordSkipHint', skipNow: 'wordSkipNow' },
  unreadable: { ...version, title: 'unreadableAt', stands: 'unreadableStands' },
};
