const steps: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -Infinity], End: [0, Infinity],
};

const within = (at: number, by: number, length: number): number => Math.min(length - 1, Math.max(0, at + by));

/** Where an arrow leads from a cell of a table, as in a spreadsheet; nothing for other keys. At an edge it leads nowhere else. */
export function nextCell(cell: HTMLTextAreaElement, key: string): HTMLTextAreaElement | undefined {
  const step = steps[key];
  const rows = [...(cell.closest('tbody')?.rows ?? [])].map((row) => [...row.querySelectorAll('textarea')]);
  const row = rows.findIndex((cells) => cells.includes(cell));
  if (step === undefined || row < 0) return undefined;
  const cells = rows[within(row, step[0], rows.length)] ?? [];
  return cells[within(rows[row]!.indexOf(cell), step[1], cells.length)];
}
