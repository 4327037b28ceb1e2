import { useContext } from 'react';
import { ElementNames } from '../findings/element-names.ts';
import { useText } from '../words.ts';
import type { Asker } from './askers.ts';

/** The steps that ask for a connector, each a way to it where it is drawn. */
export const AskedBy = ({ askers, onStep }: { askers: readonly Asker[] | null; onStep: (id: string) => void }) => {
  const text = useText();
  const nameOf = useContext(ElementNames);
  if (askers === null) return <span className="muted">{text('connectorAskersUnknown')}</span>;
  if (askers.length === 0) return <span className="muted">{text('connectorNobodyAsks')}</span>;
  return (
    <ul className="connector-steps">
      {askers.map(({ id, name, isDrawn }) => <li key={id}>{isDrawn ? <button type="button" className="link" onClick={() => onStep(id)}>{nameOf(id) ?? name}</button> : name}</li>)}
    </ul>
  );
};
