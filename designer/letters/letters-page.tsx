import { useContext } from 'react';
import { Link } from 'wouter';
import { letterOf } from '../../procedures/letters/variant.ts';
import { issued } from '../../procedures/rules/letter-exists.ts';
import type { DesignerPackage, Finding } from '../../server/api/designer.ts';
import { ElementNames } from '../findings/element-names.ts';
import { filesIn } from '../package/files-in.ts';
import type { Checking } from '../package/use-check.ts';
import { useText } from '../words.ts';
import { LetterEditor } from './letter-editor.tsx';
import { LetterList } from './letter-list.tsx';
import './letters.css';
import { useLetterNames } from './use-letter-names.ts';

/** The one paper that no step issues: the desk sets it from the record at any time. */
const controlSheet = 'control-sheet';

interface LettersPageProps {
  opened: DesignerPackage;
  letter: string;
  checking: Checking;
  onStep: (id: string) => void;
}

/** The letters of a package; one of them open for editing. */
export const LettersPage = ({ opened, letter, checking, onStep }: LettersPageProps) => {
  const text = useText();
  const nameOf = useContext(ElementNames);
  const keys = filesIn(opened, 'letters');
  const named = useLetterNames(opened, letter);
  const findings = checking.findings ?? [];
  const of = (key: string): readonly Finding[] => findings.filter(({ file }) => file === `letters/${key}.json`);
  // a variant is issued by the steps of its letter
  const letterNamed = (key: string) => (named.procedure === undefined ? key : letterOf(named.procedure, key));
  const steps = (key: string) => Object.values(named.definition?.nodes ?? {}).filter((node) => issued(node) === letterNamed(key) || node.step.letters?.includes(letterNamed(key)));
  const issuers = (key: string) => {
    const found = steps(key);
    if (found.length === 0 && key === controlSheet) return <span className="muted">{text('letterDeskPrints')}</span>;
    if (found.length === 0) return <span className="muted">{text('letterNobodyIssues')}</span>;
    return <ul className="letter-steps">{found.map((node) => <li key={node.id}><button type="button" className="link" onClick={() => onStep(node.id)}>{nameOf(node.id) ?? node.name ?? node.id}</button>{issued(node) !== letterNamed(key) && <span className="muted"> ({text('letterPreviewedThere')})</span>}</li>)}</ul>;
  };
  if (letter === '') return <LetterList opened={opened} keys={keys} findingsOf={of} issuers={issuers} />;
  return (
    <>
      <p><Link href={`/packages/${opened.key}/letters`}>{text('letterBack')}</Link></p>
      {!keys.includes(letter) && <p>{text('letterNone', { letter })}</p>}
      {keys.includes(letter) && (
        <>
          <div className="letter-issuers"><h2>{text('letterIssuedBy')}</h2>{issuers(letter)}</div>
          <LetterEditor key={letter} opened={opened} letter={letter} named={named} findings={of(letter)} />
        </>
      )}
    </>
  );
};
