import type { Migration } from './migration.ts';

/** Papers that are posted publicly are found by what they are and when they were issued. */
export const postings: Migration = { name: '0025_postings', statements: ['create index letters_by_kind on letters (letter, issued_at)'] };
