import { minutesOfADay, workingMinutes } from '../calendar/working-minutes.ts';
import type { NodeId } from '../definition.ts';
import { endless } from './elapsed.ts';
import type { Exploration } from './explore.ts';
import { longestWay, type Longest, type Turn } from './longest.ts';
import type { Model } from './model.ts';
import type { WordLanguage } from '../element-words.ts';
import { briefly, named } from './named.ts';
import type { ProofFinding } from './prove.ts';
import { reach } from './reach.ts';

/** Working time in words: days, or minutes below one day. */
const inWords = (minutes: number): string => (minutes < minutesOfADay ? `${minutes} working minutes` : `${hundredths(minutes / minutesOfADay)} working days`);
const inWordsVi = (minutes: number): string => (minutes < minutesOfADay ? `${minutes} phút làm việc` : `${hundredths(minutes / minutesOfADay)} ngày làm việc`.replace('.', ','));

const hundredths = (days: number): number => Math.round(days * 100) / 100;

/** What is found of the time from the start of the clock to its end: whether the longest way fits into the time that the law allows, and which turns have no bound. */
export const timesOf = (model: Model, exploration: Exploration, limit?: string): readonly ProofFinding[] => {
  const [process, ...others] = model.processes;
  const start = Object.values(process!.definition.nodes).find(({ step }) => step.clock === 'start');
  if (others.length > 0 || !start) return [];
  const allowed = limit === undefined ? undefined : workingMinutes(limit);
  const longest = longestWay(model, exploration);
  if (!longest) return allowed === undefined ? [] : [{ rule: 'not-decided', severity: 'warning', element: start.id, message: 'expected to find the longest way in working time, but there are too many to compare', messageVi: 'có quá nhiều đường đi nên chưa tìm được đường dài nhất theo giờ làm việc' }];
  return [...allowed === undefined || longest.minutes <= allowed ? [] : [overtime(start.id, longest, limit!, allowed)], ...unbounded(model, longest), ...untimed(model, longest.uncounted.filter((id) => isWaitedFor(model, exploration, id)))];
};

const overtime = (element: string, { minutes, story }: Longest, limit: string, allowed: number): ProofFinding => ({
  rule: 'time-sum', severity: 'error', element, counterexample: story,
  message: `expected the steps to take at most ${limit}, but the longest way takes ${inWords(minutes)}, though every step keeps its limit and none is done twice`,
  messageVi: `thời hạn theo luật là ${inWordsVi(allowed)}, nhưng đường dài nhất mất ${inWordsVi(minutes)}, dù bước nào cũng đúng hạn và không bước nào làm lại`,
});

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
    message: `the time has no upper bound unless data limit the turns: work may come back any number of times to ${told.map((turn) => `${named(model, turn.steps[0])}, ${inWords(turn.minutes)} each turn (${round(model, turn, 'en')})`).join('; to ')}${more > 0 ? `; and to ${more} more` : ''}. With no step done twice the longest way takes ${inWords(minutes)}`,
    messageVi: `thời gian không có giới hạn trên, trừ khi dữ liệu giới hạn số vòng: hồ sơ có thể quay lại bao nhiêu lần cũng được tới ${told.map((turn) => `${named(model, turn.steps[0], 'vi')}, mỗi vòng ${inWordsVi(turn.minutes)} (${round(model, turn, 'vi')})`).join('; tới ')}${more > 0 ? `; và ${more} chỗ khác` : ''}. Không bước nào làm lại thì đường dài nhất mất ${inWordsVi(minutes)}`,
  }];
};
