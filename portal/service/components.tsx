import { FileText } from 'lucide-react';
import type { ServiceSheet } from '../../server/api/procedure.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from './words.ts';

type Component = ServiceSheet['components'][number];

const Item = ({ component }: { component: Component }) => {
  const language = useLanguage();
  const { name, when, hint, form, legalBasis } = component;
  return (
    <li>
      <Icon of={FileText} />
      <div>
        <p>{pick(name, language)}</p>
        {when && <p className="small">{pick(when, language)}</p>}
        {hint && <p className="small">{pick(hint, language)}</p>}
        {(form || legalBasis) && <p className="muted small">{[form, legalBasis].flatMap((part) => (part ? [pick(part, language)] : [])).join(' · ')}</p>}
      </div>
    </li>
  );
};

/** The papers: those that everyone needs first, then those that only some do. */
export const Components = ({ components }: { components: readonly Component[] }) => {
  const text = useText();
  const always = components.filter(({ required }) => required);
  const sometimes = components.filter(({ required }) => !required);
  return (
    <>
      <ul className="service-papers">{always.map((component) => <Item key={component.code} component={component} />)}</ul>
      {sometimes.length > 0 && (
        <>
          <h3>{text('onlySometimes')}</h3>
          <ul className="service-papers">{sometimes.map((component) => <Item key={component.code} component={component} />)}</ul>
        </>
      )}
    </>
  );
};
