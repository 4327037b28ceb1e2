import { createTexts } from '../ui/use-text.ts';
import { vi } from './words/vi.ts';

export const words = createTexts(vi, async () => (await import('./words/en.ts')).en);
export const useText = words.useText;
export type Text = typeof words.text;
