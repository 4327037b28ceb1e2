import type { Translation } from '../../ui/texts.ts';
import type { story as vi } from './vi-story.ts';

export const story = {
  showHow: 'Show how it happens',
  storyOf: 'How it happens: {finding}',
  storyControls: 'Controls of the story',
  storyPlay: 'Play',
  storyPause: 'Pause',
  storyBack: 'One step back',
  storyStep: 'One step',
  storyStop: 'Stop',
  storySpeed: 'Speed',
  storySpeed_slow: 'Slow',
  storySpeed_normal: 'Normal',
  storySpeed_fast: 'Fast',
  storyAt: 'Step {number} of {count}: {step}',
  storyBegins: 'The beginning',
  storyChosen: 'by “{way}”',
  storyEnds: 'The procedure then stands at: {steps}.',
  storyFailed: 'This story could not be played again.',
} satisfies Translation<typeof vi>;
