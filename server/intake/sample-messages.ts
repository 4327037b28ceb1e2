import type { IntakeDescription } from './description.ts';

/** A message that the simulated portal sends, under a code that was not used before. */
export interface SampleMessage {
  readonly title: { readonly vi: string; readonly en: string };
  readonly procedure: string;
  readonly numbered: (suffix: string) => unknown;
}

/** The samples of a description, as messages that can be sent again and again. */
export const sampleMessages = ({ procedures }: IntakeDescription): readonly SampleMessage[] =>
  Object.entries(procedures).flatMap(([procedure, { samples }]) => samples.map(({ title, body, expect }) => ({
    title, procedure, numbered: (suffix: string) => JSON.parse(JSON.stringify(body).replaceAll(JSON.stringify(expect.code).slice(1, -1), `${expect.code}-${suffix}`)) as unknown,
  })));
