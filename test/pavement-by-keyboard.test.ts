import { keyboard } from './story/keyboard.ts';
import { pavementStory } from './story/pavement.ts';

pavementStory(keyboard);
