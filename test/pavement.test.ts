import { mouse } from './story/hands.ts';
import { pavementStory } from './story/pavement.ts';

pavementStory(mouse);
