import { Type, type Static } from 'typebox';
import { LocalText, shape } from './shape.ts';

/** x, y, x, y … in tenths of a metre from the drawing's north-west corner. */
export const Run = Type.Array(Type.Number(), { minItems: 2 });

/** The roads of a drawing of some place, with their names; `width` in the same measure. */
export const RoadMap = shape({ width: Type.Number(), height: Type.Number(), roads: Type.Array(shape({ label: LocalText, width: Type.Number(), runs: Type.Array(Run) })) });
export type RoadMap = Static<typeof RoadMap>;
