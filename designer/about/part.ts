import type { Procedure } from '../../procedures/procedure.ts';
import type { Path } from './change.ts';

/** What each part of the page is given: the procedure, and the way to change a place in it. */
export interface PartProps {
  readonly procedure: Procedure;
  readonly put: (path: Path, next: unknown) => void;
}
