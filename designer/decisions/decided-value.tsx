import type { Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import { money } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { printJson } from '../forms/print-json.ts';
import { useText } from '../words.ts';
import { AnswerWords, type PartSense } from './answer-words.tsx';

interface FeeLine { readonly nameVi?: unknown; readonly nameEn?: unknown; readonly quantity?: unknown; readonly unitPrice?: unknown; readonly amount?: unknown }

const amountOf = (value: unknown): string => (typeof value === 'number' ? money(value) : '');

/** What the decisions answered: a fee as a bill, anything else part by part in words. `sense`: of an answer that is one value; `senseOf`: of a part by its name. */
export const DecidedValue = ({ value, sense, senseOf }: { value: Json; sense: PartSense | undefined; senseOf: (name: string, isWithin: boolean) => PartSense }) => {
  const text = useText();
  const language = useLanguage();
  const whole = <details className="panel-more"><summary>{text('wholeValue')}</summary><pre className="decision-result">{printJson(value, 100)}</pre></details>;
  if (value === null || typeof value !== 'object') return <p className="decision-says"><AnswerWords value={value} sense={sense} senseOf={senseOf} /></p>;
  if (!isObject(value) || typeof value['total'] !== 'number') return <><AnswerWords value={value} senseOf={senseOf} />{whole}</>;
  const lines = Array.isArray(value['lines']) ? (value['lines'] as FeeLine[]) : [];
  return (
    <>
      {lines.length > 0 && (
        <Table
          caption={text('feeLines')} captionHidden rows={lines.map((line, index) => ({ line, key: String(index) }))} rowKey={({ key }) => key}
          columns={[
            { key: 'name', title: text('output_lines'), heading: true, cell: ({ line }) => pick({ vi: String(line.nameVi ?? ''), en: String(line.nameEn ?? line.nameVi ?? '') }, language) },
            { key: 'quantity', title: text('output_quantity'), number: true, cell: ({ line }) => String(line.quantity ?? '') },
            { key: 'price', title: text('output_unitPrice'), number: true, cell: ({ line }) => amountOf(line.unitPrice) },
            { key: 'amount', title: text('output_amount'), number: true, cell: ({ line }) => amountOf(line.amount) },
          ]}
        />
      )}
      <p className="decision-says">{text('feeTotal', { amount: money(value['total']) })}{typeof value['waived'] === 'string' && value['waived'] !== '' && ` · ${text('feeWaived', { why: value['waived'] })}`}</p>
      {whole}
    </>
  );
};
