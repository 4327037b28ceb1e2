import type { SignInOptions } from '../../server/api/session.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from './words.ts';

type Sample = SignInOptions['samples'][number];

/** The fictional citizens of a sample installation: one press fills in the form. A real installation has none. */
export const Samples = ({ options, onPick }: { options: SignInOptions; onPick: (sample: Sample) => void }) => {
  const text = useText();
  const citizens = options.samples.filter(({ kind }) => kind === 'citizen');
  if (citizens.length === 0) return null;
  return (
    <section>
      <h2>{text('samplesAccounts')}</h2>
      <p>{text('samplesAccountsHint', { password: citizens[0]?.password ?? '' })}</p>
      <p className="row">
        {citizens.map((sample) => (
          <Button key={sample.username} onClick={() => onPick(sample)}>{sample.name}</Button>
        ))}
      </p>
    </section>
  );
};
