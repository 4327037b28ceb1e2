import type { Procedure } from '../../procedures/procedure.ts';
import type { Finding } from '../../server/api/designer.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Findings } from '../findings/findings.tsx';
import { BothTexts } from '../forms/both-texts.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';
import type { PartProps } from './part.ts';
import { Rows } from './rows.tsx';
import { Sourced } from './sourced.tsx';

type Work = NonNullable<Procedure['outside']>[number];

const shape = /^[a-z][a-z0-9.-]{0,99}$/;

/** Steps that a system of another agency does: the topic under which it takes the work, and what people call it. */
export const Outside = ({ procedure: { outside = [] }, put, findings }: PartProps & { findings: readonly Finding[] }) => {
  const text = useText();
  const language = useLanguage();
  const of = ({ topic }: Work) => findings.filter(({ element }) => element === `outside.${topic}`);
  const titleOf = (work: Work) => [pick(work.name, language), work.topic, of(work).length > 0 && `(${text('findingCount', { count: of(work).length })})`].filter(Boolean).join(' · ');
  return (
    <Rows items={outside} title={titleOf} add={text('addOutside')} onChange={(next) => put(['outside'], next.length === 0 ? undefined : next)} fresh={(): Work => ({ topic: `agency.work${outside.length === 0 ? '' : outside.length + 1}`, name: { vi: 'Việc của cơ quan khác', en: 'Work of another agency' }, source: 'Đề xuất', mark: 'design' })}>
      {(work, index) => (
        <>
          <Findings of={of(work)} />
          <BothTexts id={`outside-${index}-name`} legend={text('outsideName')} value={work.name} onChange={(next) => put(['outside', index, 'name'], next)} />
          <Committed
            id={`outside-${index}-topic`} label={text('outsideTopic')} hint={text('outsideTopicHint')} value={work.topic} code
            fault={(typed) => (!shape.test(typed.trim()) ? text('outsideTopicShape') : outside.some(({ topic }, other) => other !== index && topic === typed.trim()) ? text('rowKeyTaken') : undefined)} onCommit={(next) => put(['outside', index, 'topic'], next.trim())}
          />
          <Sourced id={`outside-${index}`} value={work} put={(word, next) => put(['outside', index, word], next)} />
        </>
      )}
    </Rows>
  );
};
