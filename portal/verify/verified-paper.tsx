import type { VerifiedLetter } from '../../server/api/letter.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { dateTime, longDate } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from './words.ts';
import { CompareFile } from './compare-file.tsx';

const kinds = { valid: 'done', replaced: 'soon', revoked: 'danger' } as const;

/** What the register says about a paper: enough to compare it with the one in hand, nothing more about its holder. */
export const VerifiedPaper = ({ letter }: { letter: VerifiedLetter }) => {
  const text = useText();
  const language = useLanguage();
  const rows = [
    { label: text('paper'), value: pick(letter.name, language) },
    { label: text('number'), value: letter.number ?? '–' },
    { label: text('issued'), value: longDate(letter.issuedAt, language) },
    { label: text('office'), value: pick(letter.unit.name, language) },
    ...(letter.signer ? [{ label: text('signer'), value: letter.signer }] : []),
    ...(letter.signature === null ? [] : [{ label: text('signature'), value: letter.signature.how === 'digital' ? text('signedDigitally', { at: letter.signature.at === null ? '–' : dateTime(letter.signature.at) }) : text('signedByHand', { note: letter.signature.note ?? '' }) }]),
    ...(letter.signature?.by ? [{ label: text('certificateOf'), value: letter.signature.by }] : []),
    ...(letter.certifiedBy === null ? [] : [{ label: text('certifiedBy'), value: letter.certifiedBy }]),
    { label: text('procedure'), value: pick(letter.procedure, language) },
    { label: text('code'), value: letter.dossierCode },
    ...(letter.holderMasked === null ? [] : [{ label: text('holder'), value: letter.holderMasked }]),
  ];
  return (
    <Page title={text(`standing_${letter.standing}`)} caption={pick(letter.name, language)}>
      <Notice kind={kinds[letter.standing]}><p>{text(`standingHint_${letter.standing}`)}</p></Notice>
      <Notice kind={letter.recordIntact ? 'done' : 'danger'}><p>{text(letter.recordIntact ? 'paperRecordIntact' : 'paperRecordBroken')}</p></Notice>
      {letter.signatureHolds !== null && <Notice kind={letter.signatureHolds ? 'done' : 'danger'}><p>{text(letter.signatureHolds ? 'signatureHolds' : 'signatureBroken')}</p></Notice>}
      <h2>{text('compareTitle')}</h2>
      <SummaryList rows={rows} />
      <h2>{text('compareFileTitle')}</h2>
      <CompareFile sha256={letter.sha256} />
      <p><ButtonLink href="/verify">{text('verifyAnother')}</ButtonLink></p>
    </Page>
  );
};
