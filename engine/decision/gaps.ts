import { explain } from '../expression/prepare.ts';
import { checkAnswers } from './answers.ts';
import { axis } from './axis.ts';
import type { Point } from './axis.ts';
import { tablesIn } from './boxed/tables.ts';
import type { DecisionModel } from './model.ts';
import type { DecisionTable } from './table.ts';

export interface DecisionFinding {
  readonly rule: 'decision-answer' | 'decision-priority' | 'decision-gap' | 'decision-overlap' | 'decision-unreachable' | 'decision-undecided' | 'decision-unanalysed';
  readonly severity: 'error' | 'warning';
  /** Id of the table, or of the later of two rules. */
  readonly element: string;
  readonly message: string;
  /** The same in Vietnamese. */
  readonly messageVi: string;
  /** Of a gap: the cells of a rule that would answer it. */
  readonly tests?: readonly string[];
}

/** An input is a day (`YYYY-MM-DD`) that is not before one any more: what a table says of days before is told as unlikely. */
export interface Over {
  readonly input: string;
  readonly before: string;
}

const mostGaps = 5;
const mostRules = 500;
const mostVisits = 50_000;

/** Inputs no rule answers, inputs that two rules answer where only one may, each with an example; rules that are never used or answer what their column does not have; decisions that cannot decide. */
export function checkDecisions(model: DecisionModel, over?: Over): readonly DecisionFinding[] {
  return [
    ...model.decisions.filter(({ logic }) => logic.kind === 'undecided').map(({ id, name }): DecisionFinding => ({ rule: 'decision-undecided', severity: 'warning', element: id, message: `"${name}" has no decision logic; it answers only what it is given`, messageVi: `“${name}” chưa có cách quyết định, chỉ trả lại điều được cho` })),
    ...[...model.decisions.map(({ logic }) => logic), ...model.knowledge.map((each) => each.function)].flatMap(tablesIn).flatMap((table) => [...checkTable(table, over), ...checkAnswers(table)]),
  ];
}

function checkTable(table: DecisionTable, over?: Over): readonly DecisionFinding[] {
  if (table.rules.length > mostRules) return [unanalysed(table, `it has more than ${mostRules} rules`, `bảng có hơn ${mostRules} dòng`)];
  const axes: (readonly Point[])[] = [];
  for (const [index, column] of table.inputs.entries()) {
    try {
      axes.push(axis(column, table.rules.map(({ tests }) => tests[index]!), column.text === over?.input ? over.before : undefined));
    } catch (error) {
      return [unanalysed(table, `of the input "${column.label}": ${explain(error)}`, `cột “${column.label}” có ô quá phức tạp`)];
    }
  }
  const gaps = needsAnswer(table) ? findGaps(table, axes) : [];
  return [...(gaps ?? [unanalysed(table, 'it has too many combinations of inputs', 'có quá nhiều tổ hợp dữ liệu vào')]), ...findOverlaps(table, axes), ...findUnreachable(table, axes)];
}

/** Tables that list or count what matches may well match nothing. */
function needsAnswer({ hitPolicy, aggregation, outputs }: DecisionTable): boolean {
  if (outputs.some(({ otherwise }) => otherwise !== undefined)) return false;
  return hitPolicy === 'COLLECT' ? aggregation !== undefined && aggregation !== 'COUNT' : hitPolicy !== 'RULE ORDER' && hitPolicy !== 'OUTPUT ORDER';
}

function findGaps(table: DecisionTable, axes: readonly (readonly Point[])[]): readonly DecisionFinding[] | undefined {
  const gaps: (readonly Point[])[] = [];
  const seen = new Set<string>();
  // The rules that are left after some columns decide what is left to find; the same rules need not be followed twice.
  const search = (column: number, rules: readonly number[], chosen: readonly Point[]): void => {
    if (rules.length === 0) return void gaps.push(chosen);
    const key = `${column} ${chosen.some(({ unlikely }) => unlikely)} ${rules.join(',')}`;
    if (column === axes.length || seen.has(key) || seen.size > mostVisits) return undefined;
    seen.add(key);
    for (const point of axes[column]!) search(column + 1, rules.filter((rule) => point.rules[rule]), [...chosen, point]);
  };
  search(0, table.rules.map((_rule, index) => index), []);
  if (seen.size > mostVisits) return undefined;
  const likely = gaps.filter(isLikely);
  return (likely.length > 0 ? likely : gaps).slice(0, mostGaps).map((points) => ({
    rule: 'decision-gap', severity: isLikely(points) ? 'error' : 'warning', element: table.id, message: `no rule answers ${shown(points)}; add a rule, a default, or say which values the input has`,
    messageVi: `chưa dòng nào trả lời khi ${shown(points, 'mọi trường hợp')}: hãy thêm một dòng, một giá trị mặc định, hoặc nêu rõ dữ liệu vào có những giá trị nào`,
    tests: table.inputs.map((_column, index) => points[index]?.test ?? '-'),
  }));
}

function findOverlaps(table: DecisionTable, axes: readonly (readonly Point[])[]): readonly DecisionFinding[] {
  if (table.hitPolicy !== 'UNIQUE' && table.hitPolicy !== 'ANY') return [];
  return table.rules.flatMap((later, second) =>
    table.rules.slice(0, second).flatMap((earlier, first): DecisionFinding[] => {
      if (table.hitPolicy === 'ANY' && earlier.results.every((result, index) => result === later.results[index])) return [];
      const points = axes.map((points) => points.find(({ rules }) => rules[first] && rules[second]));
      if (!points.every((point) => point !== undefined)) return [];
      return [{ rule: 'decision-overlap', severity: isLikely(points) ? 'error' : 'warning', element: later.id, message: `the rules ${earlier.id} and ${later.id} both answer ${shown(points)}, where ${table.hitPolicy === 'ANY' ? 'they must answer the same' : 'only one may'}`, messageVi: `dòng ${first + 1} và dòng ${second + 1} cùng trả lời khi ${shown(points, 'mọi trường hợp')}, mà ${table.hitPolicy === 'ANY' ? 'hai dòng phải trả lời giống nhau' : 'chỉ một dòng được trả lời'}` }];
    }));
}

/** Rules that accept no input, and in a table that takes the first rule those that earlier ones leave nothing to. */
function findUnreachable(table: DecisionTable, axes: readonly (readonly Point[])[]): readonly DecisionFinding[] {
  let visits = 0;
  const reached = (rule: number, column: number, earlier: readonly number[]): boolean => {
    if (column === axes.length) return earlier.length === 0;
    return axes[column]!.some((point) => point.rules[rule] === true && (++visits > mostVisits || reached(rule, column + 1, earlier.filter((other) => point.rules[other]))));
  };
  return table.rules.flatMap(({ id }, rule): DecisionFinding[] => {
    if (!reached(rule, 0, [])) return [{ rule: 'decision-unreachable', severity: 'error', element: id, message: `no input matches the rule ${id}`, messageVi: `không dữ liệu nào khớp với dòng ${rule + 1}` }];
    const earlier = table.hitPolicy === 'FIRST' ? table.rules.slice(0, rule).map((_rule, index) => index) : [];
    return reached(rule, 0, earlier) ? [] : [{ rule: 'decision-unreachable', severity: 'warning', element: id, message: `the rule ${id} is never used, because earlier rules answer all that it would`, messageVi: `dòng ${rule + 1} không bao giờ được dùng, vì các dòng trước đã trả lời hết` }];
  });
}

const isLikely = (points: readonly Point[]) => points.every(({ unlikely }) => !unlikely);
const shown = (points: readonly Point[], all = 'any input') => points.map((point) => point.shown).filter((text) => text !== '').join(', ') || all;

function unanalysed(table: DecisionTable, why: string, whyVi: string): DecisionFinding {
  return { rule: 'decision-unanalysed', severity: 'warning', element: table.id, message: `gaps and overlaps of the table cannot be found, because ${why}`, messageVi: `chưa tìm được chỗ thiếu và chỗ chồng của bảng, vì ${whyVi}` };
}
