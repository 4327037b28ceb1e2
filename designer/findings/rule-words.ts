import { createTexts } from '../../ui/use-text.ts';
import { vi } from './words/vi.ts';

const rules = createTexts(vi, async () => (await import('./words/en.ts')).en);

/** What a rule of the checker asks for, in one sentence; a test holds every documented rule to it. */
export const ruleWords = (rule: string): string | undefined => (Object.hasOwn(vi, rule) ? rules.text(rule as keyof typeof vi) : undefined);
