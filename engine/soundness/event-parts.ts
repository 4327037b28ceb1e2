import type { EventDefinition } from '../definition.ts';

/** The single events of one that may be multiple. */
export const eventParts = (event: EventDefinition): readonly EventDefinition[] => (event.kind === 'multiple' ? event.events : [event]);
