import type { Fee } from '../../server/api/fee.ts';
import { money } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from './words.ts';

const itemOf = ({ name, quantity, unitPrice, legalBasis }: Fee['lines'][number]) => (
  <>
    {pick(name)}
    {quantity > 1 && <> × {quantity} ({money(unitPrice)})</>}
    {legalBasis && <span className="muted small block">{pick(legalBasis)}</span>}
  </>
);

/** What is to be paid, line by line, with the law that sets it. */
export const FeeTable = ({ fee }: { fee: Fee }) => {
  const text = useText();
  const language = useLanguage();
  if (fee.lines.length === 0) return <p>{fee.waived ? pick(fee.waived, language) : text('nothingToPay')}</p>;
  return (
    <>
      <Table
        caption={text('feeCaption')}
        captionHidden
        rows={fee.lines}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name', title: text('feeItem'), heading: true,
            cell: itemOf,
          },
          { key: 'amount', title: text('amount'), number: true, cell: ({ amount }) => money(amount) },
        ]}
        foot={<tr><th scope="row">{text('total')}</th><td className="table-number">{money(fee.total)}</td></tr>}
      />
      {fee.waived && <p>{pick(fee.waived, language)}</p>}
    </>
  );
};
