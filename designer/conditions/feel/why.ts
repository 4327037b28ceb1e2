import { faultVi } from '../../../engine/expression/fault-vi.ts';
import { language } from '../../../ui/language.ts';

/** What the engine says of an expression, in the language of the page. */
export const readersWhy = (why: string): string => (language() === 'vi' ? faultVi(why) : why);
