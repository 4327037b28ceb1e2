import { pick } from '../../ui/language.ts';
import { filesIn } from '../package/files-in.ts';
import { namedIn } from '../package/named-in.ts';
import type { StepText, StepTexts } from '../process/step.ts';
import type { Choice, Fixer, Site } from './fix.ts';

const setting = (name: StepText, word: 'fixRole' | 'fixConnector' | 'fixDecision', choices: (site: Site, step: StepTexts) => readonly Choice[]): Fixer => ({ element: id }, site) => {
  const step = site.piece.stepAt(id);
  return step ? [{ say: site.text(word), choices: choices(site, step), run: (choice) => site.piece.setTexts({ [id]: { [name]: choice } }) }] : [];
};

const staffed = ({ opened, language }: Site): readonly Choice[] => opened.roles.filter(({ role, people }) => people > 0 && role !== 'applicant').map(({ role, name }) => ({ value: role, label: pick(name, language) }));
const applicant = ({ opened, language }: Site): readonly Choice[] => opened.roles.filter(({ role }) => role === 'applicant').map(({ role, name }) => ({ value: role, label: pick(name, language) }));

/** A step whose role is missing or unknown: one that somebody holds; whoever filed comes last, and not where the step names an official. */
export const pickRole: Fixer = setting('role', 'fixRole', (site, { role }) => (role === '' ? [...staffed(site), ...applicant(site)] : staffed(site)));

/** An official's step that reaches nobody: another official, never whoever filed. */
export const pickStaff: Fixer = setting('role', 'fixRole', (site, { role }) => staffed(site).filter(({ value }) => value !== role));

/** Files of a folder, by what they call themselves. */
export const named = (folder: 'forms' | 'connectors') => ({ opened, texts, language }: Site): readonly Choice[] => filesIn(opened, folder).map((value) => {
  const name = namedIn(texts[`${folder}/${value}.json`] ?? '');
  return { value, label: (name && pick(name, language)) || value };
});

export const pickConnector: Fixer = setting('connector', 'fixConnector', (site) => [...named('connectors')(site), ...site.opened.connectors.map((name) => ({ value: name, label: site.text(`connector_${name.replace('.', '_')}` as 'connector_notify') }))]);

export const pickDecision: Fixer = setting('decision', 'fixDecision', ({ decisions }) => decisions.map((name) => ({ value: name, label: name })));
