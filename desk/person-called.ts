import { vi } from './words/vi.ts';
import { words } from './words.ts';

/** A person by their name; whose identity is protected has none, and what stands for it is a word in the reader's language. */
export const personCalled = (name: string): string => (name === vi.protectedPerson ? words.text('protectedPerson') : name);
