import { useQuery } from '@tanstack/react-query';
import { Wrench } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../process/panel/select.tsx';
import { TryAgain } from '../shell/try-again.tsx';
import { useText } from '../words.ts';
import type { Fix } from './fix.ts';

/** The ways to mend a finding, each a button; where something has to be chosen, with a list before it. */
export const FixOffers = ({ fixes, about, onDone }: { fixes: readonly Fix[]; about: string; onDone: (say: string) => void }) => (
  <>{fixes.map((fix, index) => <Offer key={index} fix={fix} about={`${about} ${index}`} onDone={onDone} />)}</>
);

const Offer = ({ fix: { say, choices, run }, about, onDone }: { fix: Fix; about: string; onDone: (say: string) => void }) => {
  const text = useText();
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const asked = useQuery({ queryKey: ['fix', about, say], queryFn: () => (typeof choices === 'function' ? choices() : []), enabled: typeof choices === 'function', gcTime: 0 });
  const offered = typeof choices === 'function' ? asked.data : choices;
  if (asked.error) return <TryAgain words={text('fixFailed', { what: say })} onTry={() => void asked.refetch()} />;
  if (choices !== undefined && (offered === undefined || offered.length === 0)) return null;
  const value = offered?.some((choice) => choice.value === chosen) ? chosen! : (offered?.[0]?.value ?? '');
  const label = offered?.length === 1 ? `${say}: ${offered[0]!.label}` : say;
  return (
    <div className="fix">
      {offered !== undefined && offered.length > 1 && <Select id={id} label={say} value={value} options={offered} onChange={setChosen} />}
      <p><Button small onClick={() => { run(value); onDone(label); }}><Icon of={Wrench} />{label}</Button></p>
    </div>
  );
};
