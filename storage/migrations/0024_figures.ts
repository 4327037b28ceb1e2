import type { Migration } from './migration.ts';

/** Figures of a procedure begin with its newest dossiers; neither column changes while a dossier runs. */
export const figures: Migration = {
  name: '0024_figures',
  statements: ['create index dossiers_by_key on dossiers (procedure_key, submitted_at)'],
};
