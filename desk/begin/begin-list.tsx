import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { alphabetical } from '../../ui/alphabetical.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import './begin.css';

/** What one may begin oneself, although nobody applies for it. */
export const BeginList = () => {
  const text = useText();
  const language = useLanguage();
  const query = useQuery(queryOf('GET /api/desk/beginnings', {}));
  return (
    <Page title={text('begin')}>
      <p>{text('beginLead')}</p>
      <Load of={query}>
        {({ procedures }) => (procedures.length === 0 ? <EmptyState title={text('beginNone')}><p>{text('beginNoneHint')}</p></EmptyState> : (
          <ul className="begin-list">
            {alphabetical(procedures, ({ name }) => pick(name, language), language).map(({ key, name, summary, units }) => (
              <li key={key}>
                <h2><Link href={`/begin/${key}`}>{pick(name, language)}</Link></h2>
                <p>{pick(summary, language)}</p>
                <p className="muted small">{units.map((unit) => pick(unit.name, language)).join(', ')}</p>
              </li>
            ))}
          </ul>
        ))}
      </Load>
    </Page>
  );
};
