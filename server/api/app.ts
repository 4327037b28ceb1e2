import { Type, type Static } from 'typebox';
import { AgencyFile } from '../agency/agency-file.ts';
import { Line, LocalText, shape } from './shape.ts';

const { name, title, lead, colours, menu, tiles } = AgencyFile.properties;

/** The citizen's app of this installation (server/agency), and what brings people, in the order of the catalogue. */
export const AppView = shape({ name, title, lead, colours, menu, tiles, lifeEvents: Type.Array(shape({ key: Line, name: LocalText, words: Type.Array(Type.String()) })) });
export type AppView = Static<typeof AppView>;
