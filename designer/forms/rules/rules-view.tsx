import { useEffect, useMemo, useState } from 'react';
import type { Data } from '../../../engine/state.ts';
import { evaluate, type Evaluation } from '../../../forms/evaluate.ts';
import { normalise } from '../../../forms/normalise.ts';
import { dayOf } from '../../../forms/today.ts';
import { Notice } from '../../../ui/notice.tsx';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { useEditing } from '../editing.ts';
import type { Trial } from '../preview.tsx';
import { AddRule } from './add-rule.tsx';
import { namedFor } from './questions.ts';
import { entriesByPage } from './entries.ts';
import { answersFor } from './make-answer.ts';
import { readSentence } from '../../conditions/read-sentence.ts';
import { RuleRow } from './rule-row.tsx';
import { verdictOf, type Verdict } from './verdict.ts';

interface RulesViewProps {
  /** Key of a rule that is open when the list comes. */
  opened: string | undefined;
  trial: Trial;
  /** Results of rules seen while trying, by the rule's text and target. */
  seen: ReadonlyMap<string, ReadonlySet<Verdict['result']>>;
  onSeen: (results: readonly (readonly [string, Verdict['result']])[]) => void;
  onPage: (id: string) => void;
}

const nothing: ReadonlySet<Verdict['result']> = new Set();

/** All rules of the form as sentences, page by page, judged on the answers tried beside them. */
export const RulesView = ({ opened, trial: { answer, onAnswer, at }, seen, onSeen, onPage }: RulesViewProps) => {
  const text = useText();
  const language = useLanguage();
  const { form, expanded } = useEditing();
  const [added, setAdded] = useState(opened);
  const evaluation = useMemo(() => judged(() => evaluate(form, normalise(expanded, answer), at)), [form, expanded, answer, at]);
  const pages = useMemo(() => entriesByPage(expanded).map(({ page, entries }) => ({ page, rows: entries.map((entry) => {
    const named = namedFor(expanded, entry.target, entry.kind);
    return { entry, named, sentence: entry.kind === 'compute' ? undefined : readSentence(entry.text, named) };
  }) })), [expanded]);
  const results = useMemo(() => (evaluation ? pages.flatMap(({ rows }) => rows.map(({ entry, named, sentence }) => [seenKey(entry), verdictOf(entry, sentence, named, evaluation, at).result] as const)) : []), [pages, evaluation, at]);
  useEffect(() => {
    if (results.some(([key, result]) => !seen.get(key)?.has(result))) onSeen(results);
  });
  return (
    <div className="rules">
      <p>{text('rulesLead')}</p>
      {!evaluation && <Notice kind="danger" title={text('rulesInCircle')} />}
      <AddRule key={form.rules.length} onAdded={setAdded} />
      {pages.map(({ page, rows }) => (
        <section key={page ?? ''} aria-label={page === undefined ? text('onNoPage') : pageTitle(form, page, language)}>
          <h2>{page === undefined ? text('onNoPage') : pageTitle(form, page, language)}</h2>
          {rows.map(({ entry, named, sentence }) => (
            <RuleRow
              key={entry.key} entry={entry} sentence={sentence} phrasing={{ text, language, expanded, named }} evaluation={evaluation} at={at} seen={seen.get(seenKey(entry)) ?? nothing} open={entry.key === added}
              onTry={(holds) => {
                if (sentence) onAnswer(answersFor(sentence, named, holds, answer as Data, dayOf(at)));
                if (page !== undefined) onPage(page);
              }}
            />
          ))}
        </section>
      ))}
    </div>
  );
};

const seenKey = ({ target, text }: { target: string; text: string }) => `${target} ${text}`;
const pageTitle = ({ ui }: { ui: { pages: readonly { id: string; title: { vi: string; en: string } }[] } }, id: string, language: 'vi' | 'en') => {
  const at = ui.pages.findIndex((page) => page.id === id);
  return `${at + 1}. ${pick(ui.pages[at]?.title ?? { vi: id, en: id }, language) || id}`;
};

/** Rules that wait for each other give no evaluation; the check says which. */
function judged(work: () => Evaluation): Evaluation | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
