import type { AreaName } from '../../server/api/area.ts';
import { pick, type Language } from '../../ui/language.ts';

/** An area by its code and its name. */
export const areaCalled = ({ code, name }: Pick<AreaName, 'code' | 'name'>, language: Language): string => `${code} – ${pick(name, language)}`;
