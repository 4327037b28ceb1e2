import { Download, Eye } from 'lucide-react';
import { Link } from 'wouter';
import { byteSize } from '../../forms/media.ts';
import type { DossierView } from '../../server/api/dossier.ts';
import { addressOf } from '../../ui/api.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dateTime, longDate } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Answer } from './answer.tsx';
import { useText } from './words.ts';

type Letter = DossierView['letters'][number];

const Paper = ({ letter }: { letter: Letter }) => {
  const text = useText();
  const language = useLanguage();
  const name = pick(letter.name, language);
  return (
    <li>
      <p><strong>{name}</strong></p>
      <p className="muted small">{[letter.number && text('letterNo', { number: letter.number }), longDate(letter.issuedAt, language), `PDF, ${byteSize(letter.size, language)}`].filter(Boolean).join(' · ')}</p>
      {letter.signature && <p className="small">{letter.signature.how === 'hand' ? text('signedByHand') : text('signedDigitally', { at: letter.signature.at === null ? '–' : dateTime(letter.signature.at) })}</p>}
      <p className="row">
        <ButtonLink download kind={letter.purpose === 'result' ? 'main' : 'plain'} href={addressOf('GET /api/letters/:id', { id: letter.id })}>
          <Icon of={Download} />{text('download')}<span className="visually-hidden"> {name}</span>
        </ButtonLink>
        <ButtonLink outside href={addressOf('GET /api/letters/:id', { id: letter.id }, { inline: '1' })}>
          <Icon of={Eye} />{text('view')}<span className="visually-hidden"> {name}</span>
        </ButtonLink>
        <Link className="button button-quiet" href={`/verify/${letter.verifyCode}`}>{text('verifyThis')}<span className="visually-hidden"> {name}</span></Link>
      </p>
    </li>
  );
};

/** The result first, then the papers issued along the way. */
export const Results = ({ dossier }: { dossier: DossierView }) => {
  const text = useText();
  const results = dossier.letters.filter(({ purpose }) => purpose === 'result');
  const others = dossier.letters.filter(({ purpose }) => purpose !== 'result');
  return (
    <>
      <h2>{text('tabResults')}</h2>
      <Answer dossier={dossier} />
      {dossier.answer && results.length === 0 ? null : results.length === 0 ? (
        <EmptyState title={text('noResult')}><p>{text('noResultHint')}</p></EmptyState>
      ) : (
        <ul className="papers">{results.map((letter) => <Paper key={letter.id} letter={letter} />)}</ul>
      )}
      {others.length > 0 && (
        <>
          <h3>{text('otherPapers')}</h3>
          <ul className="papers">{others.map((letter) => <Paper key={letter.id} letter={letter} />)}</ul>
        </>
      )}
    </>
  );
};
