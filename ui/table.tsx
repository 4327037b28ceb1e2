/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a browser may forget what a row or cell is when it is drawn as a card, so it is said as well */
import { useId, type ReactNode } from 'react';
import './table.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and money line up on the right. */
  readonly number?: boolean;
  /** This cell names its row. */
  readonly heading?: boolean;
}

interface TableProps<Row> {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  foot?: ReactNode;
}

/** From so many columns on, a narrow screen shows each row as a card of named facts. */
const cardsFrom = 4;

/** A table; on a narrow screen each row of a wide one becomes a card, and a small one scrolls inside itself: the page never does. */
export function Table<Row>({ caption, captionHidden = false, columns, rows, rowKey, foot }: TableProps<Row>) {
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={columns.length < cardsFrom ? 'table table-few' : 'table table-cards'} aria-labelledby={id} tabIndex={0}>
      <table role="table">
        <caption id={id} className={captionHidden ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} role="columnheader" scope="col" className={column.number ? 'table-number' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) =>
                column.heading ? (
                  <th key={column.key} role="rowheader" scope="row">{column.cell(row)}</th>
                ) : (
                  <td key={column.key} role="cell" data-title={column.title} className={column.number ? 'table-number' : undefined}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </section>
  );
}
