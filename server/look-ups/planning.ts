import type { Data, Json } from '../../engine/state.ts';
import { dayOf } from '../../forms/today.ts';
import type { Transaction } from '../../storage/store.ts';
import type { PlanningAnswer, ZoneView } from '../api/planning.ts';
import { ask, type Asked } from '../planning/ask.ts';

/**
 * What is planned where an application says it is: by sheet and parcels, else by address, else by position. Of several parcels
 * all that is planned for any of them. One that the maps do not know, or know twice, is not guessed.
 */
export async function planning(tx: Transaction, inputs: Data, at: string): Promise<Data | undefined> {
  const day = dayOf(at);
  for (const questions of questionsIn(inputs)) {
    const answers: PlanningAnswer[] = [];
    for (const question of questions) {
      const { answer } = await ask(tx, question, day);
      if (answer !== null && answer.covered) answers.push(answer);
    }
    if (answers.length > 0) return kept(answers, day);
  }
  return undefined;
}

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
const mostParcels = 20;

function questionsIn({ sheet, parcels, address, latitude, longitude }: Data): readonly (readonly Asked[])[] {
  const [onSheet, at] = [textOf(sheet), textOf(address)];
  const named = (Array.isArray(parcels) ? (parcels as readonly Json[]) : [parcels]).flatMap((parcel) => textOf(parcel) ?? []).slice(0, mostParcels);
  return [
    onSheet === undefined ? [] : named.map((parcel) => ({ sheet: onSheet, parcel })),
    at === undefined ? [] : [{ address: at.slice(0, 300) }],
    typeof latitude === 'number' && typeof longitude === 'number' ? [{ latitude, longitude }] : [],
  ];
}

/** Only what a decision or a reader needs: the picture stays behind. */
function kept(answers: readonly PlanningAnswer[], day: string): Data {
  const zones = distinct(answers.flatMap((answer) => answer.zones), ({ code }) => code);
  const roads = distinct(answers.flatMap((answer) => answer.roads), ({ name }) => name.vi);
  const works = distinct(answers.flatMap((answer) => answer.works.filter(({ away }) => away < 1)), ({ name }) => name.vi);
  const sources = distinct(answers.flatMap(({ layers }) => layers), ({ name }) => name);
  return {
    found: true, day, parcels: answers.flatMap(({ parcel }) => (parcel === null ? [] : [{ sheet: parcel.sheet, parcel: parcel.parcel, address: parcel.address }])),
    zones: zones.map(({ code, name, planState, building, share }) => ({ code, name, planState, building, share })),
    managedBy: [...new Set(zones.flatMap(({ managedBy }) => managedBy ?? []))],
    roads: roads.map(({ name, width, over }) => ({ name, width, over })), works: works.map(({ name, stage }) => ({ name, stage })),
    sources: sources.map(({ title, version, source, sourceDate, sample }) => ({ title, version, source, sourceDate, sample })),
    said: { vi: said(zones, roads, 'vi'), en: said(zones, roads, 'en') },
  };
}

const distinct = <T>(all: readonly T[], nameOf: (one: T) => string): T[] => [...new Map(all.map((one) => [nameOf(one), one])).values()];

const words = {
  vi: { none: 'Bản đồ không có quy hoạch ở đúng chỗ này.', allowed: 'được xây nhà ở', conditional: 'xây nhà ở có điều kiện', not_allowed: 'không được xây nhà ở', unknown: 'chưa xác định được xây gì', adjusted: 'đang được điều chỉnh', over: (road: string, metres: number) => `Đất nằm trong lộ giới ${road} khoảng ${String(metres).replace('.', ',')}\u00a0m.` },
  en: { none: 'The maps show no zone at this very place.', allowed: 'a house may be built', conditional: 'a house may be built under conditions', not_allowed: 'no house may be built', unknown: 'what may be built is not determined', adjusted: 'being changed', over: (road: string, metres: number) => `The land reaches about ${metres} m over the red line of ${road}.` },
} as const;

function said(zones: readonly ZoneView[], roads: PlanningAnswer['roads'], language: 'vi' | 'en'): string {
  const say = words[language];
  const told = zones.map(({ name, code, building, planState }) => `${name[language]} (${code}): ${say[building]}${planState === 'under_adjustment' ? `, ${say.adjusted}` : ''}.`);
  return [...(told.length === 0 ? [say.none] : told), ...roads.filter(({ over }) => over > 0).map(({ name, over }) => say.over(name[language], over))].join(' ').slice(0, 1000);
}
