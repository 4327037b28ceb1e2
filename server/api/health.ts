import { Type, type Static } from 'typebox';
import { Line, shape } from './shape.ts';

export const Health = shape({ status: Type.Enum(['well']), store: Line });
export type Health = Static<typeof Health>;
