import { writeFileSync } from 'node:fs';
import { playScenarios, type Played } from './play-scenario.ts';

const packages = ['construction-permit-house', 'urban-order-report'];
export const notices = new URL('../../docs/notices.md', import.meta.url);

const prose = ({ name, notices: told }: Played): string =>
  [`### ${name.vi}`, '', `*${name.en}*`, '', ...told.map(({ title, body }) => `- **${title.vi}.** ${body.vi}<br>**${title.en}.** ${body.en}`), ''].join('\n');

/** Every notice that the applicant of each scenario gets, in order, as a person reads them. */
export async function tellNotices(): Promise<{ readonly text: string; readonly played: readonly Played[] }> {
  const parts = ['# What an applicant is told', '', 'Every scenario of the shipped procedures, played by the house itself, and each notice that its applicant gets, in order. Written by `node server/testing/write-notices.ts`; tested to be current.', ''];
  const all: Played[] = [];
  for (const name of packages) {
    const played = await playScenarios(new URL(`../../procedures/${name}`, import.meta.url).pathname);
    parts.push(`## ${name}`, '', ...played.map(prose));
    all.push(...played);
  }
  return { text: parts.join('\n'), played: all };
}

if (import.meta.main) writeFileSync(notices, (await tellNotices()).text);
