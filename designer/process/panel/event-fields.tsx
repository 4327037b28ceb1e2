import type { ReactNode } from 'react';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { compensable, compensate } from '../bpmn/compensated.ts';
import { isShared, sharing } from '../bpmn/shared-events.ts';
import { spokenOf } from '../bpmn/named-roots.ts';
import { drawnWords } from '../drawn-words.ts';
import { modelOf, setNamed, setTimer } from '../editing.ts';
import { definitionsIn, one, type Model } from '../model.ts';
import { namedIn, timerIn, timerTypes, type TimerType } from '../step.ts';
import { BpmnFields, type Drawn } from './bpmn-field.tsx';
import { Committed } from './committed.tsx';
import { InputsField } from './inputs-field.tsx';
import { LimitField } from './limit-field.tsx';
import { NamedRootField } from './named-root-field.tsx';
import { Select } from './select.tsx';

const TimerFields = ({ drawing, element, definition, id }: Drawn & { definition: Model; id: string }) => {
  const text = useText();
  const timer = timerIn(definition);
  if (!timer) return null;
  const set = (type: TimerType, value: string) => setTimer(drawing, element, type, value, definition);
  return (
    <>
      <Select id={`${id}-type`} label={text('timerType')} value={timer.type} options={timerTypes.map((type) => ({ value: type, label: text(type) }))} onChange={(type) => set(type as TimerType, timer.text)} />
      {timer.type === 'timeDuration' && !timer.text.startsWith('=')
        ? <LimitField id={id} label={text('timerText')} value={timer.text} onCommit={(value) => set('timeDuration', value)} />
        : <Committed id={id} label={text('timerText')} value={timer.text} code onCommit={(value) => set(timer.type, value)} />}
    </>
  );
};

const CompensatedField = ({ drawing, element, definition, id }: Drawn & { definition: Model; id: string }) => {
  const text = useText();
  const language = useLanguage();
  const activities = compensable(element);
  return (
    <Select
      id={id} label={text('compensated')} value={one(definition, 'activityRef')?.id ?? ''}
      options={[{ value: '', label: text('compensatedAll') }, ...activities.map((model) => ({ value: model.id ?? '', label: drawnWords(model, language, (goal) => goal) }))]}
      onChange={(next) => compensate(drawing, element, definition, activities.find((model) => model.id === next))}
    />
  );
};

const throwing = /^bpmn:(EndEvent|IntermediateThrowEvent)$/;

/** Of an event that stands beside the process: who else shares it. */
const SharedEvent = ({ drawing, element, definition, onOpen, children }: Pick<Drawn, 'drawing' | 'element'> & { definition: Model; onOpen: (id: string) => void; children: ReactNode }) => {
  const text = useText();
  const language = useLanguage();
  const others = sharing(drawing, element, definition);
  return (
    <div className="panel-group">
      {others.length === 0 ? <p>{text('sharedAlone')}</p> : (
        <p>{text('sharedEvent')} {others.map((other, index) => (
          <span key={other.id}>{index > 0 && ', '}<button type="button" className="link" onClick={() => onOpen(other.id)}>{drawnWords(modelOf(other), language, (goal) => goal)}</button></span>
        ))}</p>
      )}
      {others.length > 0 && <p className="muted small">{text('sharedEventHint')}</p>}
      {children}
    </div>
  );
};

/** What an event waits for or says: each of its definitions; what a task waits for or says. */
export const EventFields = ({ onOpen, ...drawn }: Drawn & { onOpen: (id: string) => void }) => {
  const { drawing, element } = drawn;
  const model = modelOf(element);
  const speakers = spokenOf(model) ? [model] : definitionsIn(model);
  return (
    <>
      {speakers.map((speaker, index) => {
        const id = index === 0 ? 'step' : `step-${index}`;
        const kind = spokenOf(speaker);
        const said = (
          <>
            {kind && <NamedRootField drawing={drawing} element={element} holder={speaker} kind={kind} id={`${id}-${kind}`} />}
            <TimerFields {...drawn} definition={speaker} id={`${id}-timer`} />
            {speaker.$type === 'bpmn:CompensateEventDefinition' && throwing.test(element.type) && <CompensatedField {...drawn} definition={speaker} id={`${id}-compensated`} />}
            {speaker !== model && <BpmnFields {...drawn} holder={speaker} id={id} />}
          </>
        );
        const key = `${speaker.$type} ${index}`;
        return isShared(speaker) ? <SharedEvent key={key} drawing={drawing} element={element} definition={speaker} onOpen={onOpen}>{said}</SharedEvent> : <div key={key}>{said}</div>;
      })}
    </>
  );
};

/** By which values a message finds who waits for it. */
export const KeysField = ({ drawing, element }: Drawn) => {
  const text = useText();
  const model = modelOf(element);
  if (![model, ...definitionsIn(model)].some((speaker) => spokenOf(speaker) === 'message')) return null;
  const keys = namedIn(model, 'motcua:Key');
  return (
    <details className="panel-more" open={keys.length > 0}>
      <summary>{text('messageKeys')}</summary>
      <p className="muted small">{text('messageKeysHint')}</p>
      <InputsField id="key" legend={text('messageKeys')} words="Key" inputs={keys} onChange={(next) => setNamed(drawing, element, 'motcua:Key', next)} />
    </details>
  );
};
