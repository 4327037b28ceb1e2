import { createTexts } from '../ui/use-text.ts';
import { vi } from './words/vi.ts';

/** What every page of the portal says; each part adds its own words. */
export const words = createTexts(vi, async () => (await import('./words/en.ts')).en);
export const useText = words.useText;
