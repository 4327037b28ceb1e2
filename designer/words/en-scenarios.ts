import type { Translation } from '../../ui/texts.ts';
import type { scenarios as vi } from './vi-scenarios.ts';

export const scenarios = {
  placeScenarios: 'Scenarios',
  noScenarios: 'There are no scenarios yet',
  noScenariosHint: 'A scenario is a sample dossier: who does what, when, and what must come of it. Try the procedure, then choose “Record as a scenario”.',
  scenariosHint: 'The procedure has {count} scenarios. They are played on what you edit, by the working calendar, without touching real dossiers.',
  scenarioRemove: 'Drop this scenario',
  playScenarios: 'Play the scenarios',
  cannotPlay: 'They cannot be played yet: the procedure has errors, see its check.',
  scenariosOutcome: '{passed} as expected, {failed} not',
  scenarioPassed: 'as expected',
  scenarioFailed: 'otherwise than expected',
  coverage: 'What the scenarios pass',
  coverageOf: '{nodes} of {allNodes} steps, {flows} of {allFlows} ways.',
  notPassed: 'No scenario passes:',
} satisfies Translation<typeof vi>;
