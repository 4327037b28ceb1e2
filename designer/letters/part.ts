import type { Finding } from '../../server/api/designer.ts';
import type { Path } from '../about/change.ts';
import type { Lexicon } from './lexicon.ts';

/** What each part of the editor is given. */
export interface LetterParts {
  /** Changes a place of the template; `undefined` takes it away. */
  readonly put: (path: Path, next: unknown) => void;
  /** Names for texts; for those in the rows of a list, with what a row holds. */
  readonly lexicon: (within?: string) => Lexicon;
  /** What the check says of a place such as `blocks[2]`, and of what is in it. */
  readonly findingsAt: (place: string) => readonly Finding[];
}
