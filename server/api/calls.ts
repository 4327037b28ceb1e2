import { Type, type Static } from 'typebox';
import { seen } from './designer.ts';
import { Count, Line, LocalText, ProcedureKey, orNull, shape } from './shape.ts';

const Caller = shape({ element: Line, name: Line });

/** What a package's diagrams call: processes of its own files, and other procedures in a version that is pinned when it is published. */
export const Calls = shape({
  processes: Type.Array(shape({ path: Line, id: Line, name: Line, callers: Type.Array(Caller) })),
  procedures: Type.Array(shape({
    key: ProcedureKey, name: LocalText, callers: Type.Array(Caller),
    /** The number that the drawing asks for; null: what is offered when the caller is published. */
    fixed: orNull(Count),
    /** What the live version of the caller has taken along, what its draft has, and what would be taken now; null: none. */
    live: orNull(Count), draft: orNull(Count), next: orNull(Count),
  })),
  /** Steps that call what neither the package nor the house has. */
  missing: Type.Array(shape({ element: Line, name: Line, called: Line })),
  /** Steps for which an expression says while they run which process of the package is called. */
  dynamic: Type.Array(Caller),
});
export type Calls = Static<typeof Calls>;

/** Makes a draft, or a new revision of it, with the called procedures as they are offered now. */
export const TakeCalled = shape(seen);
