import { officeDate } from '../../engine/calendar/office-day.ts';
import type { LocalText } from '../../engine/definition.ts';
import { wordsSaid, wordsThatBegin, type Word } from '../../engine/words-between.ts';
import { firstRole } from '../../engine/step-roles.ts';
import { codeOn, isInForce, limitOn, writtenDay } from '../../procedures/in-force.ts';
import { withLimit } from '../../procedures/limit-words.ts';
import { sheetAmounts, withAmounts } from '../../procedures/sheet-amounts.ts';
import { unitWords, wordsOf, type Settings } from '../../procedures/parameters.ts';
import type { Component as PaperOfLaw } from '../../procedures/procedure.ts';
import type { Transaction } from '../../storage/store.ts';
import { settingsBy, settingsHeld, unitsOver } from '../../storage/tables/unit-settings.ts';
import { inForce, type UnitRow } from '../../storage/tables/units.ts';
import type { Component, LinkedProcedure, ProcedureSummary, ServiceSheet, SheetStep, Told } from '../api/procedure.ts';
import { isFiled, isService, type Package } from '../library/package.ts';
import { mediaOf } from '../library/package-files.ts';
import { postageAt } from '../forms/postage.ts';
import { lawIn } from './law-in.ts';
import { sheetFees } from './sheet-fees.ts';
import { whoseRole } from './step-name.ts';

type Statement = Package['procedure']['sheet']['who'];
const said = ({ vi, en }: Statement): LocalText => ({ vi, en });
type Fill = (words: LocalText, limit: string) => LocalText;
const told = (statement: Statement, limit: string, fill: Fill): Told => ({ text: fill(said(statement), limit), legalBasis: statement.source === undefined ? null : lawIn(statement.source) });
const same = (text: string): LocalText => ({ vi: text, en: text });

/** A procedure in a list. */
export function procedureSummary({ procedure }: Package, at: string): ProcedureSummary {
  return {
    key: procedure.key, name: procedure.shortName, code: codeOn(procedure.codes, officeDate(at)) ?? null, summary: procedure.summary,
    agency: procedure.agency.name, field: procedure.sector, timeLimit: limitOn(procedure, officeDate(at)).limit, fee: null, onlineLevel: procedure.onlineLevel.value,
    lifeEvents: [...(procedure.lifeEvents ?? [])], searchWords: [...procedure.searchWords], offeredAt: [...(procedure.offeredAt ?? [])],
  };
}

/** Everything a citizen should know before typing a word. `all` are the procedures that are offered now. */
export async function serviceSheet(tx: Transaction, pack: Package, all: readonly Package[], at: string): Promise<ServiceSheet> {
  const { procedure, version } = pack;
  const day = officeDate(at);
  const { limit } = limitOn(procedure, day);
  const amounts = sheetAmounts(pack, at);
  const fill: Fill = (words, of) => withAmounts(withLimit(words, of), amounts);
  const level = procedure.agency.level === 'commune' ? 'ward' : procedure.agency.level;
  const units = await tx.units.find({ kind: level, ...inForce(at) }, { order: [['id', 'asc']], limit: 500 });
  return {
    ...procedureSummary(pack, at),
    name: procedure.name,
    version: { hash: pack.hash, number: version.number, publishedAt: version.publishedAt },
    audience: fill(said(procedure.sheet.who), limit), need: procedure.sheet.need.map((one) => told(one, limit, fill)), tips: (procedure.sheet.tips ?? []).map((one) => told(one, limit, fill)), after: procedure.sheet.after === undefined ? null : told(procedure.sheet.after, limit, fill),
    legalBasis: procedure.legalBasis.filter((basis) => isInForce(basis, day)).map(({ title, number }) => ({ title: { vi: `${title.vi} (${number})`, en: `${title.en} (${number})` }, url: null })),
    timeLimits: sheetLimits(procedure, day),
    fees: sheetFees(pack, at),
    components: procedure.components.filter((paper) => isInForce(paper, day)).map(component),
    steps: procedure.sheet.steps.map((step, index) => sheetStep(pack, step, index, limit, fill)),
    delivery: procedure.delivery.map(({ method }) => method),
    postage: procedure.delivery.some(({ method }) => method === 'post') ? ((await postageAt(tx, at)) ?? null) : null,
    result: fill(said(procedure.sheet.result), limit),
    resources: procedure.resources.flatMap(({ file, name }) => resource(pack, file, name)),
    local: localWords(procedure, new Map()),
    localIn: await localIn(tx, procedure, units, at),
    units: units.map(({ id, name }) => ({ id, name })),
    forms: { application: procedure.forms.application, guide: procedure.forms.guide ?? null },
    offline: procedure.offline ?? false,
    filed: isFiled(pack),
    begins: linked(all, day, (other) => share(wordsSaid(pack.definition), wordsThatBegin(other.definition))),
    begunBy: linked(all, day, (other) => share(wordsSaid(other.definition), wordsThatBegin(pack.definition))),
  };
}

const localWords = (procedure: Package['procedure'], settings: Settings): ServiceSheet['local'] => {
  const { desk, hours, contact } = wordsOf(procedure, settings);
  return { desk, hours, contact };
};

/** The units, of those that take it, that say something of themselves. */
async function localIn(tx: Transaction, procedure: Package['procedure'], units: readonly UnitRow[], at: string): Promise<ServiceSheet['localIn']> {
  const rows = (await settingsBy(tx, procedure.key, at)).filter(({ name }) => name !== 'line' && (unitWords as readonly string[]).includes(name));
  if (rows.length === 0) return [];
  const found: ServiceSheet['localIn'] = [];
  for (const { id, name } of units) {
    const settings = settingsHeld(rows, await unitsOver(tx, id));
    if (settings.size > 0) found.push({ unit: { id, name }, ...localWords(procedure, settings) });
  }
  return found;
}

/** The time of what is filed today, and those of what is filed later, once they are known. */
const sheetLimits = (procedure: Package['procedure'], day: string): ServiceSheet['timeLimits'] => [
  { name: procedure.shortName, limit: limitOn(procedure, day).limit },
  ...procedure.timeLimit.filter(({ from }) => from !== undefined && from > day).map(({ from, limit }) => ({ name: { vi: `Nộp từ ${writtenDay(from!)}`, en: `Filed from ${writtenDay(from!)}` }, limit })),
];

const share = (some: readonly Word[], others: readonly Word[]): boolean => some.some(({ kind, name }) => others.some((other) => other.kind === kind && other.name === name));

const linked = (all: readonly Package[], day: string, goes: (other: Package) => boolean): LinkedProcedure[] => all.filter((other) => isService(other) && goes(other)).map(({ procedure }) => (
  { key: procedure.key, name: procedure.shortName, agency: procedure.agency.name, timeLimit: limitOn(procedure, day).limit, result: said(procedure.sheet.result) }
));

const component = (paper: PaperOfLaw): Component => ({
  code: paper.code, name: paper.name, required: paper.required === true, when: paper.required === true ? null : paper.required.words, hint: paper.hint ?? null,
  form: paper.template === undefined ? null : same(paper.template), legalBasis: lawIn(paper.source), field: paper.field ?? null,
});

function sheetStep({ definition }: Package, step: Package['procedure']['sheet']['steps'][number], index: number, usual: string, fill: Fill): SheetStep {
  const node = Object.values(definition.nodes).find(({ step: { citizenName } }) => citizenName?.vi === step.name.vi);
  const named = node && firstRole(node.step);
  const timeLimit = step.limit ?? node?.step.timeLimit ?? null;
  const role = step.by ?? named ?? 'handler';
  return { node: node?.id ?? `step-${index + 1}`, name: step.name, text: fill(said(step.text), timeLimit ?? usual), role, whose: step.by ?? (node === undefined ? 'unit' : whoseRole(named)), timeLimit };
}

function resource(pack: Package, file: string, title: LocalText): ServiceSheet['resources'] {
  const name = file.replace(/^resources\//, '');
  const bytes = pack.resources.get(name);
  return bytes === undefined ? [] : [{ name, title, type: mediaOf(name), size: bytes.length, url: `/api/procedures/${pack.procedure.key}/resources/${encodeURIComponent(name)}?version=${pack.hash}` }];
}
