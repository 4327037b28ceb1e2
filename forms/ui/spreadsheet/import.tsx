import { Download, FileSpreadsheet } from 'lucide-react';
import { useId, useMemo, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import type { Json } from '../../../engine/state.ts';
import type { Field } from '../../expand.ts';
import { columnsOf, headingsOf, readTable, type TableReading } from '../../table.ts';
import { inSentence, type LocalText } from '../../text.ts';
import { useAsking } from '../asking.ts';
import './import.css';

interface ImportProps {
  readonly field: Field;
  /** Rows that are there already: what is read comes in their place. */
  readonly count: number;
  readonly onRead: (rows: Json) => void;
}

type Outcome = { readonly refused: LocalText } | TableReading;

const unreadable: LocalText = { vi: 'không đọc được tệp; hãy lưu dưới dạng .xlsx hoặc .csv, không quá 5 MB', en: 'the file cannot be read; save it as .xlsx or .csv of at most 5 MB' };
/** More than these are counted only: whoever has so many mends the file first. */
const mostTold = 20;

/** Fills a repeating group from a spreadsheet, and says by row and column what could not be read. */
export function Import({ field, count, onRead }: ImportProps) {
  const { expanded, lang, say, catalogues } = useAsking();
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const hint = useId();
  const columns = useMemo(() => columnsOf(expanded, field.id), [expanded, field]);
  const what = inSentence((field.ui.rowLabel ?? field.ui.label)[lang]);

  const read = async (file: File): Promise<void> => {
    setBusy(true);
    try {
      const { cellsOf } = await import('./sheet.ts');
      const found = readTable(columns, await cellsOf(file), catalogues, field.schema['maxItems'] as number);
      setOutcome(found);
      if ('rows' in found && found.rows.length > 0) onRead(found.rows);
    } catch {
      setOutcome({ refused: unreadable });
    } finally {
      setBusy(false);
    }
  };
  const sample = async (): Promise<void> => {
    const { sampleOf } = await import('./sheet.ts');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await sampleOf(headingsOf(columns, lang, catalogues)));
    link.download = `${field.id}.xlsx`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className="form-import">
      <p id={hint} className="field-hint">{say('importHint', { what })}{count > 0 && ` ${say('importReplaces', { count: String(count) })}`}</p>
      <div className="form-import-acts">
        <Button busy={busy} aria-describedby={hint} onClick={() => picker.current?.click()}><FileSpreadsheet className="icon" aria-hidden="true" /> {say('import')}</Button>
        <Button kind="quiet" onClick={() => void sample()}><Download className="icon" aria-hidden="true" /> {say('importSample')}</Button>
      </div>
      <input
        ref={picker} type="file" accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" hidden aria-label={say('import')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void read(file);
          currentTarget.value = '';
        }}
      />
      <div role="status">{outcome && <Told outcome={outcome} field={field} what={what} />}</div>
    </div>
  );
}

function Told({ outcome, field, what }: { readonly outcome: Outcome; readonly field: Field; readonly what: string }) {
  const { expanded, lang, say } = useAsking();
  if ('refused' in outcome) return <p className="field-message">{say('importRefused')}{outcome.refused[lang]}.</p>;
  const { rows, faults, unknown } = outcome;
  const label = (column: string): string => expanded.fields.get(`${field.id}[].${column}`)?.ui.label[lang] ?? column;
  return (
    <>
      <p>{say('imported', { count: String(rows.length), what })}{unknown.length > 0 && ` ${say('importLeftOut', { what: unknown.map((one) => `“${one}”`).join(', ') })}`}</p>
      {faults.length > 0 && (
        <div className="form-note">
          <p>{say('importFaults', { count: String(faults.length) })}</p>
          <ul>{faults.slice(0, mostTold).map(({ row, column, message }) => <li key={`${row} ${column}`}>{say('importPlace', { row: String(row), column: label(column) })}{message[lang]}</li>)}</ul>
          {faults.length > mostTold && <p>{say('importMore', { count: String(faults.length - mostTold) })}</p>}
        </div>
      )}
    </>
  );
}
