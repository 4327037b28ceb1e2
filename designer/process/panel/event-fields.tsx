import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { compensable, compensate } from '../bpmn/compensated.ts';
import { spokenOf } from '../bpmn/named-roots.ts';
import { drawnWords } from '../drawn-words.ts';
import { modelOf, setNamed, setTimer } from '../editing.ts';
import { many, one, type Model } from '../model.ts';
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

/** What an event waits for or says: each of its definitions; what a task waits for or says. */
export const EventFields = (drawn: Drawn) => {
  const { drawing, element } = drawn;
  const model = modelOf(element);
  const speakers = spokenOf(model) ? [model] : many(model, 'eventDefinitions');
  return (
    <>
      {speakers.map((speaker, index) => {
        const id = index === 0 ? 'step' : `step-${index}`;
        const kind = spokenOf(speaker);
        return (
          <div key={`${speaker.$type} ${index}`}>
            {kind && <NamedRootField drawing={drawing} element={element} holder={speaker} kind={kind} id={`${id}-${kind}`} />}
            <TimerFields {...drawn} definition={speaker} id={`${id}-timer`} />
            {speaker.$type === 'bpmn:CompensateEventDefinition' && throwing.test(element.type) && <CompensatedField {...drawn} definition={speaker} id={`${id}-compensated`} />}
            {speaker !== model && <BpmnFields {...drawn} holder={speaker} id={id} />}
          </div>
        );
      })}
    </>
  );
};

/** By which values a message finds who waits for it. */
export const KeysField = ({ drawing, element }: Drawn) => {
  const text = useText();
  const model = modelOf(element);
  if (![model, ...many(model, 'eventDefinitions')].some((speaker) => spokenOf(speaker) === 'message')) return null;
  const keys = namedIn(model, 'motcua:Key');
  return (
    <details className="panel-more" open={keys.length > 0}>
      <summary>{text('messageKeys')}</summary>
      <p className="muted small">{text('messageKeysHint')}</p>
      <InputsField id="key" legend={text('messageKeys')} words="Key" inputs={keys} onChange={(next) => setNamed(drawing, element, 'motcua:Key', next)} />
    </details>
  );
};
