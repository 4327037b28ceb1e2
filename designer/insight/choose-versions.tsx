import { useId } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { useText, type Text } from '../words.ts';
import { asEdited } from './use-side.ts';

type Versions = DesignerPackage['versions'];

/** What a version, or what is edited, is called. */
export const versionTitle = (versions: Versions, choice: string, text: Text): string => {
  const version = versions.find(({ hash }) => hash === choice);
  return version ? text(version.current ? 'simVersionLive' : 'versionNumber', { number: version.number }) : text('simDraft');
};

interface ChooseVersionsProps {
  versions: Versions;
  /** `asEdited` or a hash. */
  first: string;
  /** The same, or nothing. */
  other: string;
  /** What nothing stands for. */
  nothing: string;
  onChoose: (first: string, other: string) => void;
}

/** A version, or what is edited, and what it is compared with: never the same twice. */
export const ChooseVersions = ({ versions, first, other, nothing, onChoose }: ChooseVersionsProps) => {
  const text = useText();
  const id = useId();
  const choices = [asEdited, ...versions.map(({ hash }) => hash)];
  const option = (choice: string) => <option key={choice} value={choice}>{versionTitle(versions, choice, text)}</option>;
  return (
    <>
      <span className="insight-filter">
        <label htmlFor={`${id}-first`}>{text('simVersion')}</label>
        <select id={`${id}-first`} className="control" value={first} onChange={({ currentTarget: { value } }) => onChoose(value, value === other ? '' : other)}>{choices.map(option)}</select>
      </span>
      <span className="insight-filter">
        <label htmlFor={`${id}-other`}>{text('simAgainst')}</label>
        <select id={`${id}-other`} className="control" value={other} onChange={({ currentTarget: { value } }) => onChoose(first, value)}>
          <option value="">{nothing}</option>
          {choices.filter((choice) => choice !== first).map(option)}
        </select>
      </span>
    </>
  );
};
