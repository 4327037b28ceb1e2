import type { Event } from '../engine/event.ts';
import type { Data } from '../engine/state.ts';
import type { Sentence } from './scenario-fault.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

/** One entry of a dossier's journal: what was put to the engine, and the element that it was about. */
export interface Lived {
  readonly events: readonly Event[];
  readonly node?: string;
}

export interface Retold {
  readonly at: string;
  readonly channel: Scenario['filed']['channel'];
  readonly application: Data;
  readonly lookUps?: NonNullable<Scenario['filed']['lookUps']>;
  readonly steps: readonly ScenarioStep[];
  /** What was done that no scenario can say. */
  readonly problems: readonly Sentence[];
}

/** A dossier's journal as the deeds of a scenario: who did what when. What machines answered and timers did comes of itself. */
export function retell(entries: readonly Lived[], until: string): Retold {
  const start = entries.flatMap(({ events }) => events).find((event) => event.type === 'start');
  if (start === undefined) throw new Error('expected a journal that begins with a start, but it has none');
  const problems: Sentence[] = [];
  const steps = entries.flatMap(({ events, node }) => events.flatMap((event) => {
    const told = stepOf(event, node);
    if (told !== undefined && 'messageVi' in told) problems.push(told);
    return told === undefined || 'messageVi' in told ? [] : [told];
  }));
  const last = steps.at(-1);
  const ended = last !== undefined && 'at' in last ? (last.at ?? start.at) : start.at;
  const { channel = 'office' } = (start.data['filing'] ?? {}) as { readonly channel?: Scenario['filed']['channel'] };
  if (start.data['application'] === undefined) return { at: start.at, channel: 'online', application: {}, steps, problems: [...problems, { message: 'expected a dossier that somebody filed, but it began by itself: a scenario begins with an application', messageVi: 'hồ sơ này tự bắt đầu, không ai nộp: kịch bản phải bắt đầu bằng một đơn' }] };
  return { at: start.at, channel, application: start.data['application'] as Data, ...lookedUp(start.data), steps: until > ended ? [...steps, { wait: until }] : steps, problems };
}

const lookedUp = ({ lookUps }: Data): Pick<Retold, 'lookUps'> => (lookUps === undefined ? {} : { lookUps: lookUps as NonNullable<Retold['lookUps']> });

const byHand = {
  'incident.retry': 'cho chạy lại sau lỗi', 'incident.skip': 'bỏ qua bước bị lỗi', modify: 'chuyển bước bằng tay', migrate: 'chuyển sang phiên bản khác', 'adHoc.complete': 'kết thúc nhóm việc tùy chọn',
  'task.escalate': 'báo lên', choose: 'chọn nhánh bằng tay', happen: 'cho sự kiện xảy ra bằng tay', cancel: 'rút hồ sơ',
} as const;

const unknown = ({ type, at }: Event): Sentence => ({ message: `expected the step of ${type} at ${at} to be known, but it is not`, messageVi: `không còn biết việc lúc ${at} thuộc bước nào` });

/** The deed of an event; undefined for what comes of itself, a sentence for what a scenario cannot say. */
function stepOf(event: Event, node: string | undefined): ScenarioStep | Sentence | undefined {
  const { at, by } = event;
  switch (event.type) {
    case 'task.complete': return node === undefined ? unknown(event) : { at, complete: node, by, answer: (event.data ?? {}) as Data };
    case 'task.fail': return node === undefined ? unknown(event) : { at, fail: node, error: event.error };
    case 'message': return event.keys === undefined ? { at, message: event.name, ...(event.data !== undefined && { data: event.data as Data }) } : undefined;
    case 'signal': return by === 'system' ? undefined : { at, signal: event.name, ...(event.data !== undefined && { data: event.data as Data }) };
    case 'adHoc.begin': return { at, begin: event.node, ...(event.data !== undefined && { data: event.data }) };
    case 'incident.retry': case 'incident.skip': case 'modify': case 'migrate': case 'adHoc.complete': case 'task.escalate': case 'choose': case 'happen': case 'cancel':
      return { message: `expected deeds that a scenario can hold, but ${event.type} at ${at} is none`, messageVi: `kịch bản không kể được việc này: ${byHand[event.type]} (lúc ${at})` };
    case 'start': case 'data': case 'timer': case 'job.complete': case 'job.fail': return undefined;
  }
}
