/** Something that stands in a grid. `band`: which lane, from the top; rows are counted in each of its own. */
export interface GridNode {
  readonly id: string;
  readonly band: number;
}

export interface GridWay {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface Cell {
  readonly column: number;
  readonly band: number;
  readonly row: number;
}

export interface Grid {
  readonly cells: ReadonlyMap<string, Cell>;
  /** The cells that a way passes on its way, its end included; nothing for one that leads back. */
  readonly passes: ReadonlyMap<string, readonly Cell[]>;
  readonly columns: number;
  /** How many rows each band has. */
  readonly rows: readonly number[];
}

/**
 * Nodes in columns from left to right, in the manner of layered drawings (Sugiyama, Tagawa and Toda 1981): each behind all that lead to
 * it, what leads back aside. The first way out of a node stays in its row, the others go below; a way past columns keeps a cell in each.
 */
export function gridOf(nodes: readonly GridNode[], ways: readonly GridWay[], bands: number): Grid {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const out = Map.groupBy(ways.filter(({ from, to }) => byId.has(from) && byId.has(to)), ({ from }) => from);
  const { order, back } = inOrder(nodes, out);
  const onward = (id: string): readonly GridWay[] => (out.get(id) ?? []).filter((way) => !back.has(way.id));
  const columnOf = new Map(nodes.map(({ id }) => [id, 0]));
  for (const id of order) for (const { to } of onward(id)) columnOf.set(to, Math.max(columnOf.get(to)!, columnOf.get(id)! + 1));
  const columns = Math.max(0, ...columnOf.values()) + 1;

  const cells = new Map<string, Cell>();
  const passes = new Map<string, Cell[]>();
  const wanted = new Map<string, number>();
  const rows = Array.from({ length: bands }, () => 1);
  /** Ways that are still on their way, with the row in which they would like to go on. */
  let passing: { readonly way: GridWay; readonly band: number; readonly row: number }[] = [];
  const inColumn = Map.groupBy(nodes, ({ id }) => columnOf.get(id)!);
  for (let column = 0; column < columns; column += 1) {
    const here = (inColumn.get(column) ?? []).map((node) => ({ node, band: node.band, row: wanted.get(node.id) ?? 0 }));
    const through = passing.filter(({ way }) => columnOf.get(way.to) !== column);
    const last = rows.map(() => -1);
    const going: typeof passing = [];
    for (const each of [...here, ...through].toSorted((one, other) => one.band - other.band || one.row - other.row)) {
      const row = Math.max(each.row, last[each.band]! + 1);
      const cell = { column, band: each.band, row };
      last[each.band] = row;
      rows[each.band] = Math.max(rows[each.band]!, row + 1);
      if ('node' in each) cells.set(each.node.id, cell);
      else passes.get(each.way.id)!.push(cell);
      for (const [index, way] of ('node' in each ? onward(each.node.id) : [each.way]).entries()) {
        if ('node' in each) passes.set(way.id, []);
        const next = row + index;
        const end = byId.get(way.to)!;
        if (end.band === each.band && columnOf.get(way.to) === column + 1) wanted.set(way.to, Math.min(wanted.get(way.to) ?? next, next));
        going.push({ way, band: each.band, row: next });
      }
    }
    passing = going.filter(({ way }) => columnOf.get(way.to)! > column);
  }
  for (const [id, passed] of passes) passed.push(cells.get(ways.find((way) => way.id === id)!.to)!);
  return { cells, passes, columns, rows };
}

/** Nodes so that each comes before those it leads to, and the ways that lead back. */
function inOrder(nodes: readonly GridNode[], out: ReadonlyMap<string, readonly GridWay[]>) {
  const reached = new Set([...out.values()].flat().map(({ to }) => to));
  const state = new Map<string, 'open' | 'done'>();
  const back = new Set<string>();
  const order: string[] = [];
  for (const { id } of [...nodes.filter((node) => !reached.has(node.id)), ...nodes]) {
    if (state.has(id)) continue;
    const stack = [{ id, next: 0 }];
    state.set(id, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const way = out.get(top.id)?.[top.next];
      top.next += 1;
      if (way === undefined) {
        state.set(top.id, 'done');
        order.push(top.id);
        stack.pop();
      } else if (state.get(way.to) === 'open') back.add(way.id);
      else if (!state.has(way.to)) {
        state.set(way.to, 'open');
        stack.push({ id: way.to, next: 0 });
      }
    }
  }
  return { order: order.toReversed(), back };
}
