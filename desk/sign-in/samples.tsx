import type { SignInOptions } from '../../server/api/session.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import './sign-in.css';

/** As a dossier passes from hand to hand. */
const order: readonly string[] = ['receptionist', 'section_head', 'handler', 'consulted_agency', 'signer', 'clerk', 'result_officer', 'centre_head', 'cashier', 'process_designer', 'admin', 'monitor'];

type Sample = SignInOptions['samples'][number];

/** The fictional staff of a sample installation: one press fills in the form. A real installation has none. */
export const Samples = ({ options, onPick }: { options: SignInOptions; onPick: (sample: Sample) => void }) => {
  const text = useText();
  const language = useLanguage();
  const staff = options.samples
    .filter(({ kind }) => kind === 'staff')
    .toSorted((one, other) => order.indexOf(one.role ?? 'monitor') - order.indexOf(other.role ?? 'monitor'));
  if (staff.length === 0) return null;
  return (
    <section className="samples" aria-labelledby="samples">
      <h2 id="samples">{text('samples')}</h2>
      <p>{text('samplesHint', { password: staff[0]?.password ?? '' })}</p>
      <ul>
        {staff.map((sample) => (
          <li key={sample.username}>
            <button type="button" onClick={() => onPick(sample)}>
              <strong>{sample.name}</strong>
              <span className="muted">{[sample.roleName && pick(sample.roleName, language), sample.unit && pick(sample.unit, language)].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
