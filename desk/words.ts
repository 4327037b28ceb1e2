import { createTexts } from '../ui/use-text.ts';
import { kit } from '../ui/words.ts';
import { vi } from './words/vi.ts';

export const words = createTexts(vi, async () => (await import('./words/en.ts')).en, kit);
export const useText = words.useText;
