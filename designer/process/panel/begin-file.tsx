import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Select } from './select.tsx';

interface BeginFileProps<P extends string> {
  id: string;
  label: string;
  /** The words on the button. */
  act: string;
  patterns: readonly { readonly value: P; readonly label: string }[];
  /** What this step most likely wants. */
  likely: P;
  onBegin: (pattern: P) => void;
}

/** Where a step still lacks its form or letter: one is begun from a pattern, here. A list that acted on choosing would act on every arrow key. */
export function BeginFile<P extends string>({ id, label, act, patterns, likely, onBegin }: BeginFileProps<P>) {
  const [chosen, choose] = useState<P>();
  const pattern = chosen ?? likely;
  return (
    <div className="panel-begin">
      <Select id={id} label={label} value={pattern} options={patterns} onChange={(next) => choose(next as P)} />
      <Button small onClick={() => onBegin(pattern)}><Icon of={Plus} />{act}</Button>
    </div>
  );
}
