import { fallingFor, type Falling } from '../calendar/plain-week.ts';
import { measureOf, type Measure } from '../calendar/working-minutes.ts';
import type { NodeId } from '../definition.ts';
import { endless, limitsIn } from './elapsed.ts';
import { explore, type Exploration } from './explore.ts';
import type { Given } from './facts.ts';
import { longestWay, type Longest, type Turn } from './longest.ts';
import { held, measured, type Model } from './model.ts';
import type { WordLanguage } from '../element-words.ts';
import { briefly, named } from './named.ts';
import type { ProofFinding } from './prove.ts';
import { reach } from './reach.ts';

/** A time that the law allows: to all, or to the cases whose data have these values. */
export interface Allowed {
  readonly limit: string;
  readonly only?: {
    readonly values: Given;
    /** Which cases these are, and who says so. */
    readonly told: string;
    readonly toldVi: string;
  };
}

/** What the law allows and the longest way does not keep, with what shows it. */
export interface Late {
  readonly allowed: Allowed;
  /** In minutes of the measure, as the longest way is. */
  readonly minutes: number;
  readonly longest: Longest;
  readonly model: Model;
  readonly exploration: Exploration;
}

/** What may happen with the dossiers to which a time is given, and how long it takes at most in each measure, found once. */
interface Cases {
  readonly model: Model;
  readonly exploration: Exploration;
  readonly longestIn: (measure: Measure) => Longest | undefined;
}

const casesBy = (model: Model, exploration: Exploration): Cases => {
  const known = new Map<Measure, Longest | undefined>();
  return {
    model, exploration,
    longestIn: (measure) => {
      if (!known.has(measure)) known.set(measure, longestWay(measured(model, measure), exploration));
      return known.get(measure);
    },
  };
};

/** What may happen with all dossiers, and with those alone to which a time is given. */
interface Known {
  readonly all: Cases;
  readonly of: (allowed: Allowed) => Cases;
}

const knownOf = (model: Model, exploration: Exploration, states?: number): Known => {
  const all = casesBy(model, exploration);
  const known = new Map<Allowed, Cases>();
  return {
    all,
    of: (allowed) => {
      if (!allowed.only) return all;
      let cases = known.get(allowed);
      if (!cases) {
        const some = held(model, allowed.only.values);
        known.set(allowed, (cases = casesBy(some, explore(some, states))));
      }
      return cases;
    },
  };
};

/**
 * Where the longest way takes longer than the law allows; undefined when there are too many ways to compare. Each time is held to
 * its own measure, and those that are given to some cases to what may happen with their data: looked at anew only where the
 * longest way of all would be late.
 */
export const lateOf = (model: Model, exploration: Exploration, limits: readonly Allowed[]): readonly Late[] | undefined => lateIn(knownOf(model, exploration), limits);

const lateIn = (known: Known, limits: readonly Allowed[]): readonly Late[] | undefined => {
  const late: Late[] = [];
  for (const allowed of limits) {
    const measure = measureOf(allowed.limit);
    const minutes = measure.minutes(allowed.limit);
    if (minutes === undefined) continue;
    const whole = known.all.longestIn(measure);
    if (!whole) return undefined;
    if (!isLonger(whole, minutes)) continue;
    const cases = known.of(allowed);
    const longest = cases.longestIn(measure);
    if (!longest || cases.exploration.exceeded !== undefined) return undefined;
    if (isLonger(longest, minutes)) late.push({ allowed, minutes, longest, model: measured(cases.model, measure), exploration: cases.exploration });
  }
  return late;
};

/** How a dossier comes late whose steps add up to no more than the law allows: by when its clock starts. */
interface Rounded {
  readonly allowed: Allowed;
  readonly falling: Falling;
  readonly longest: Longest;
}

/**
 * Of each time that the law allows, where the steps fit into it in sum but not by the calendar: the start of the clock in a plain
 * week from which the longest way is latest. Nothing where that is not found within the budget.
 */
const roundedIn = (known: Known, limits: readonly Allowed[]): readonly Rounded[] => {
  const { model: { processes: [process] }, exploration: { found } } = known.all;
  const parts = limitsIn(process!, found.flatMap(({ place }) => place.slots[0]!.state.subscriptions));
  const latest = (allowed: Allowed, { longestIn }: Cases): Rounded | undefined => {
    let most: Rounded | undefined;
    for (const falling of fallingFor(allowed.limit, parts)) {
      const longest = longestIn(falling);
      const over = (each: Rounded): number => each.longest.minutes - each.falling.minutes(allowed.limit)!;
      const found = longest && { allowed, falling, longest };
      if (found && isLonger(longest, falling.minutes(allowed.limit)!) && (!most || over(found) > over(most))) most = found;
    }
    return most;
  };
  return limits.flatMap((allowed) => {
    const whole = latest(allowed, known.all);
    if (!whole || !allowed.only) return whole ?? [];
    const cases = known.of(allowed);
    return cases.exploration.exceeded === undefined ? latest(allowed, cases) ?? [] : [];
  });
};

/** Weeks in working days leave parts of minutes. */
const isLonger = ({ minutes }: Longest, than: number): boolean => minutes > than + 0.001;

/** What is found of the time from the start of the clock to its end: whether the longest way fits into the time that the law allows, and which turns have no bound. */
export const timesOf = (model: Model, exploration: Exploration, limits: readonly Allowed[], states?: number): readonly ProofFinding[] => {
  const [process, ...others] = model.processes;
  const start = Object.values(process!.definition.nodes).find(({ step }) => step.clock === 'start');
  if (others.length > 0 || !start) return [];
  const measure = measureOf(limits[0]?.limit);
  const counted = measured(model, measure);
  const known = knownOf(model, exploration, states);
  const longest = known.all.longestIn(measure);
  const late = longest && lateIn(known, limits);
  const isHeld = limits.some(({ limit }) => measureOf(limit).minutes(limit) !== undefined);
  const undecided: ProofFinding = { rule: 'not-decided', severity: 'warning', element: start.id, message: 'expected to find the longest way in working time, but there are too many to compare', messageVi: 'có quá nhiều đường đi nên chưa tìm được đường dài nhất theo giờ làm việc' };
  const first = (all: readonly { readonly allowed: Allowed }[], { allowed }: { readonly allowed: Allowed }, index: number): boolean => all.findIndex((each) => each.allowed.limit === allowed.limit) === index;
  const rounded = late ? roundedIn(known, limits.filter(({ limit }) => !late.some(({ allowed }) => allowed.limit === limit))) : [];
  return [
    ...(late ?? []).filter((each, index, all) => first(all, each, index)).map((each) => overtime(start.id, each)), ...rounded.filter((each, index, all) => first(all, each, index)).map((each) => lateByStart(start.id, each)), ...(late || !isHeld ? [] : [undecided]),
    ...(longest ? [...unbounded(counted, longest), ...untimed(counted, longest.uncounted.filter((id) => isWaitedFor(counted, exploration, id)))] : []),
  ];
};

const overtime = (element: string, { allowed: { limit, only }, minutes, longest, model }: Late): ProofFinding => ({
  rule: 'time-sum', severity: 'error', element, counterexample: longest.story,
  message: `expected the steps to take at most ${limit}${only ? `, ${only.told}` : ''}, but the longest way${only ? ' of such a dossier' : ''} takes ${inWords(measureIn(model), longest.minutes)}, though every step keeps its limit and none is done twice`,
  messageVi: `thời hạn theo luật là ${inWordsVi(measureIn(model), minutes)}${only ? `, ${only.toldVi}` : ''}, nhưng đường dài nhất${only ? ' của hồ sơ như vậy' : ''} mất ${inWordsVi(measureIn(model), longest.minutes)}, dù bước nào cũng đúng hạn và không bước nào làm lại`,
});

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekdaysVi = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** A moment of a plain week, in words. */
const moment = (at: number, days: readonly string[]): string => `${new Date(at).toISOString().slice(11, 16)} ${days[new Date(at).getUTCDay()]!}`;

const lateByStart = (element: string, { allowed: { limit, only }, falling, longest }: Rounded): ProofFinding => {
  const measure = measureOf(limit);
  const due = falling.start + falling.minutes(limit)! * 60_000;
  const done = falling.start + longest.minutes * 60_000;
  const days = Math.floor(done / 86_400_000) - Math.floor(due / 86_400_000);
  const [over, overVi] = days > 0 ? [`${days} day${days === 1 ? '' : 's'}`, `${days} ngày`] : [`${Math.ceil((done - due) / 60_000)} minutes`, `${Math.ceil((done - due) / 60_000)} phút`];
  return {
    rule: 'time-rounded', severity: 'note', element, counterexample: longest.story,
    message: `the steps take no more than ${limit} in sum${only ? `, ${only.told}` : ''}, but by the calendar a dossier may still be late by ${over} though every step keeps its limit: where the clock starts at ${moment(falling.start, weekdays)}, it is due at ${moment(due, weekdays)} and done at ${moment(done, weekdays)}. A limit in days counts from the day after, so that the rest of a day before it is lost, and so is the rest of a day on which a pause ends`,
    messageVi: `cộng các bước thì không quá thời hạn ${inWordsVi(measure, measure.minutes(limit)!)}${only ? `, ${only.toldVi}` : ''}, nhưng tính theo lịch thì hồ sơ vẫn có thể trễ ${overVi} dù bước nào cũng đúng hạn: bắt đầu tính lúc ${moment(falling.start, weekdaysVi)} thì hạn là ${moment(due, weekdaysVi)}, mà xong lúc ${moment(done, weekdaysVi)}. Thời hạn theo ngày tính từ hôm sau nên phần còn lại của ngày trước đó không dùng được, phần còn lại của ngày hết tạm dừng cũng vậy`,
  };
};

/** Minutes in words, of the measure in which the model counts them: days, or hours or minutes below one day. */
const inWords = ({ of, minutesOfADay }: Measure, minutes: number): string => {
  const [amount, unit] = minutes >= minutesOfADay ? [minutes / minutesOfADay, 'day'] : [minutes, 'minute'];
  return `${hundredths(amount)} ${of === 'work' ? 'working ' : ''}${unit}${amount === 1 ? '' : 's'}`;
};

const inWordsVi = ({ of, minutesOfADay }: Measure, minutes: number): string => {
  const [amount, unit] = minutes >= minutesOfADay ? [minutes / minutesOfADay, 'ngày'] : [minutes, 'phút'];
  return `${hundredths(amount)} ${unit}${of === 'work' ? ' làm việc' : ''}`.replace('.', ',');
};

const measureIn = ({ processes }: Model): Measure => processes[0]!.measure;

const hundredths = (days: number): number => Math.round(days * 100) / 100;

const mostUntimed = 5;

/** Whether the whole is late when one waits long at the element; not for what runs beside it, such as a reminder. */
const isWaitedFor = (model: Model, exploration: Exploration, id: NodeId): boolean => {
  const { definition } = model.processes[0]!;
  const around = [id];
  for (let node = definition.nodes[definition.nodes[id]!.parent]; node; node = definition.nodes[node.parent]) around.push(node.id);
  const isOnTheWay = [...reach(definition, around).nodes].some((each) => definition.nodes[each]!.step.clock === 'end');
  return isOnTheWay && (longestWay(model, exploration, id)?.minutes ?? 0) >= endless;
};

/** What is waited for without a limit is in no sum. */
const untimed = (model: Model, uncounted: readonly NodeId[]): readonly ProofFinding[] => {
  const [first] = uncounted;
  if (first === undefined) return [];
  const told = (language: WordLanguage): string => uncounted.slice(0, mostUntimed).map((id) => named(model, id, language)).join(', ');
  const more = uncounted.length - mostUntimed;
  return [{
    rule: 'time-unknown', severity: 'note', element: first,
    message: `nobody knows how long one waits at ${told('en')}${more > 0 ? ` and at ${more} more` : ''}, where the clock runs: the longest way counts no time for it; give a limit, or pause the clock there`,
    messageVi: `chưa biết phải chờ bao lâu ở ${told('vi')}${more > 0 ? ` và ${more} chỗ khác` : ''} trong khi đồng hồ vẫn chạy: đường dài nhất không tính thời gian này; hãy đặt thời hạn hoặc tạm dừng đồng hồ ở đó`,
  }];
};

const mostTurns = 2;
const mostSteps = 4;

/** How far work goes in a turn, and back. */
const round = (model: Model, { steps }: Turn, language: WordLanguage): string => {
  const shown = steps.slice(0, mostSteps).map((id) => briefly(model, id, language));
  return [...shown, ...(steps.length > mostSteps ? ['…'] : []), shown[0]].join(' → ');
};

/** Work that comes back any number of times adds to the longest way: no fault, but nobody may take the sum for a promise. */
const unbounded = (model: Model, { turns, minutes }: Longest): readonly ProofFinding[] => {
  const [first] = turns;
  if (!first) return [];
  const told = turns.slice(0, mostTurns);
  const more = turns.length - told.length;
  return [{
    rule: 'time-unbounded', severity: 'note', element: first.steps[0],
    message: `the time has no upper bound unless data limit the turns: work may come back any number of times to ${told.map((turn) => `${named(model, turn.steps[0])}, ${inWords(measureIn(model), turn.minutes)} each turn (${round(model, turn, 'en')})`).join('; to ')}${more > 0 ? `; and to ${more} more` : ''}. With no step done twice the longest way takes ${inWords(measureIn(model), minutes)}`,
    messageVi: `thời gian không có giới hạn trên, trừ khi dữ liệu giới hạn số vòng: hồ sơ có thể quay lại bao nhiêu lần cũng được tới ${told.map((turn) => `${named(model, turn.steps[0], 'vi')}, mỗi vòng ${inWordsVi(measureIn(model), turn.minutes)} (${round(model, turn, 'vi')})`).join('; tới ')}${more > 0 ? `; và ${more} chỗ khác` : ''}. Không bước nào làm lại thì đường dài nhất mất ${inWordsVi(measureIn(model), minutes)}`,
  }];
};
