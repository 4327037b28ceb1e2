import { language } from '../../ui/language.ts';
import { createTexts } from '../../ui/use-text.ts';
import { words as portal } from '../words.ts';
import { vi } from './words/vi.ts';

const words = createTexts(vi, async () => (await import('./words/en.ts')).en, portal);
export const useText = words.useText;

// this part is fetched late: its words come with it, in the language of the page
await words.load(language()).catch(() => undefined);
