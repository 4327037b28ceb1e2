import { useId, useState } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { ChangeList } from '../review/change-list.tsx';
import { useDifference } from '../review/use-changes.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import './compare.css';

/** Two versions side by side, or a version and the saved draft: what is different, in sentences. */
export const Compare = ({ opened }: { opened: DesignerPackage }) => {
  const text = useText();
  const id = useId();
  const { versions, draft } = opened;
  const hasDraft = draft.revision > 0;
  const [from, setFrom] = useState(versions[hasDraft ? 0 : 1]?.hash ?? '');
  const [to, setTo] = useState(hasDraft ? '' : (versions[0]?.hash ?? ''));
  const choices = versions.map(({ hash, number }) => <option key={hash} value={hash}>{text('versionNumber', { number })}</option>);
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{text('compareVersions')}</h2>
      <div className="row compare-choice">
        <label htmlFor={`${id}-from`}>{text('compareFrom')}</label>
        <select id={`${id}-from`} className="control" value={from} onChange={({ currentTarget: { value } }) => setFrom(value)}>{choices}</select>
        <label htmlFor={`${id}-to`}>{text('compareTo')}</label>
        <select id={`${id}-to`} className="control" value={to} onChange={({ currentTarget: { value } }) => setTo(value)}>
          {hasDraft && <option value="">{text('draft')}</option>}
          {choices}
        </select>
      </div>
      <Difference key={`${from} ${to}`} opened={opened} from={from} to={to === '' ? undefined : to} />
    </section>
  );
};

const Difference = ({ opened, from, to }: { opened: DesignerPackage; from: string; to: string | undefined }) => {
  const text = useText();
  const difference = useDifference(opened, from, to);
  return <div aria-live="polite"><Load of={difference}>{(files) => (files.length === 0 ? <p>{text('compareSame')}</p> : <ChangeList files={files} />)}</Load></div>;
};
