import { createTexts } from './use-text.ts';
import { vi } from './words/vi.ts';

/** The kit's own sentences. */
export const kit = createTexts(vi, async () => (await import('./words/en.ts')).en);

export const useKitText = kit.useText;
