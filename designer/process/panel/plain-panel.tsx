import { Trash2, Unlink } from 'lucide-react';
import type { DesignerPackage, Finding } from '../../../server/api/designer.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { FindingItem } from '../../findings/finding-item.tsx';
import { useText } from '../../words.ts';
import { calledWords } from '../beside.ts';
import { setLaneRole } from '../bpmn/lane.ts';
import { modelOf, remove, setName, setText } from '../editing.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { kindOf, textIn } from '../model.ts';
import type { OutlineRow } from '../outline.ts';
import { linksOf, poolOf, writeRemark } from '../structure.ts';
import { kindWord } from '../words/kind.ts';
import { BesideField } from './beside-field.tsx';
import { Committed } from './committed.tsx';
import { ConnectField } from './connect-field.tsx';
import { Select } from './select.tsx';
import { changesPart } from './side-panel.tsx';

const unnamed = /^(group|textAnnotation|association|dataInputAssociation|dataOutputAssociation)$/;

interface PlainPanelProps {
  drawing: Drawing;
  element: Element;
  opened: DesignerPackage;
  rows: readonly OutlineRow[];
  findings: readonly Finding[];
  onOpen: (id: string) => void;
  /** Goes on to the panel of something else, by keyboard too. */
  onEnter: (id: string, byKey: boolean) => void;
  /** Told to screen readers. */
  onSaid: (what: string) => void;
}

/** What is drawn and is no step: what it is called, what it is connected with, and of a lane the role that it gives to the steps in it. */
export const PlainPanel = ({ drawing, element, opened, rows, findings, onOpen, onEnter, onSaid }: PlainPanelProps) => {
  const text = useText();
  const language = useLanguage();
  const model = modelOf(element);
  const kind = kindOf(model);
  const nameOf = (one: Element) => calledWords(modelOf(one), language, text);
  const link = (one: Element | undefined) => one && <button type="button" className="link" onClick={() => onOpen(one.id)}>{nameOf(one)}</button>;
  const links = linksOf(element);
  const other = (connection: Element) => (connection.source === element ? connection.target : connection.source);
  const takeAway = (byKey: boolean) => {
    const neighbours = [element.source, ...links.map(other), element.parent && poolOf(element.parent)?.id !== element.id ? poolOf(element.parent) : undefined].map((one) => one?.id);
    const next = [...neighbours, ...rows.map(({ id }) => id)].find((id) => id !== undefined && id !== element.id);
    onSaid(text('stepRemoved', { step: nameOf(element) }));
    remove(drawing, element);
    if (next !== undefined) onEnter(next, byKey);
  };
  const holdsSteps = kind === 'participant' && (element.children ?? []).some(({ type }) => type !== 'bpmn:Lane');
  return (
    <div key={element.id}>
      <p className="panel-kind">{kindWord(text, kind)} · <code>{element.id}</code></p>
      {findings.length > 0 && <ul className="finding-list">{findings.map((finding, index) => <FindingItem key={index} finding={finding} />)}</ul>}
      {element.source && element.target && <p>{text('fromStep')} {link(element.source)} → {link(element.target)}</p>}
      {!unnamed.test(kind) && (
        <>
          <Committed id="step-name" label={text('nameVi')} value={textIn(model, 'name')} lang="vi" onCommit={(value) => setName(drawing, element, value)} />
          <Committed id="step-name-en" label={text('nameEn')} value={textIn(model, 'motcua:nameEn')} lang="en" onCommit={(value) => setText(drawing, element, 'nameEn', value)} />
        </>
      )}
      {kind === 'textAnnotation' && <Committed id="step-remark" label={text('remarkText')} value={textIn(model, 'text')} long onCommit={(value) => writeRemark(drawing, element, value)} />}
      {kind === 'lane' && (
        <Select
          id="lane-role" label={text('laneRole')} hint={text('laneRoleHint')} value={textIn(model, 'motcua:role')} onChange={(role) => setLaneRole(drawing, element, role)}
          options={[{ value: '', label: text('choose') }, ...opened.roles.map(({ role, name }) => ({ value: role, label: pick(name, language) }))]}
        />
      )}
      {links.length > 0 && (
        <fieldset className="panel-group">
          <legend>{text('linkedWith')}</legend>
          <ul className="plain-list">
            {links.map((connection) => (
              <li key={connection.id} className="row">
                <span>{kindWord(text, kindOf(modelOf(connection)))}: {link(other(connection))}</span>
                <Button small aria-label={text('unlinkNamed', { name: other(connection) ? nameOf(other(connection)!) : '' })} onClick={() => remove(drawing, connection)}><Icon of={Unlink} />{text('unlink')}</Button>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <details className="panel-more" {...changesPart} open>
        <summary>{text('changeDrawing')}</summary>
        {(kind === 'lane' || kind === 'participant') && <BesideField drawing={drawing} element={element} onSaid={onSaid} onEnter={onEnter} />}
        <ConnectField key={element.id} drawing={drawing} element={element} rows={rows} onSaid={onSaid} />
        {holdsSteps && <p className="muted small">{text('removePoolHint')}</p>}
        <Button small kind="danger" onClick={({ detail }) => takeAway(detail === 0)}><Icon of={Trash2} />{text('removeDrawn')}</Button>
        <p className="muted small">{text('undoHint')}</p>
      </details>
    </div>
  );
};
