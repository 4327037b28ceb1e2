import { language } from '../language.ts';
import { createTexts } from '../use-text.ts';
import { kit } from '../words.ts';
import { vi } from './words/vi.ts';

const words = createTexts(vi, async () => (await import('./words/en.ts')).en, kit);
export const useText = words.useText;

// this part is fetched late: its words come with it, in the language of the page
await words.load(language()).catch(() => undefined);
