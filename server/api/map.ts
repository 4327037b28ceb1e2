import { Type, type Static } from 'typebox';
import { LocalText, orNull, shape } from './shape.ts';

/** x, y, x, y … in tenths of a metre from the drawing's north-west corner. */
export const Run = Type.Array(Type.Number(), { minItems: 2 });

/** The roads of a drawing of some place, with their names; `width` in the same measure. */
export const RoadMap = shape({ width: Type.Number(), height: Type.Number(), roads: Type.Array(shape({ label: LocalText, width: Type.Number(), runs: Type.Array(Run) })) });
export type RoadMap = Static<typeof RoadMap>;

/** Around a point, around what the words of an address name, or, with neither, where the installation has roads; `reach` metres each way. */
export const MapQuery = shape({
  latitude: Type.Optional(Type.Number({ minimum: 6, maximum: 24 })), longitude: Type.Optional(Type.Number({ minimum: 102, maximum: 118 })),
  address: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  reach: Type.Optional(Type.Integer({ minimum: 50, maximum: 5000 })),
});
export type MapQuery = Static<typeof MapQuery>;

/** The roads of a box in degrees; `found` is what an address was taken for. No roads where the installation knows none. */
export const MapAround = shape({ west: Type.Number(), south: Type.Number(), east: Type.Number(), north: Type.Number(), found: orNull(shape({ latitude: Type.Number(), longitude: Type.Number() })), map: RoadMap });
export type MapAround = Static<typeof MapAround>;
