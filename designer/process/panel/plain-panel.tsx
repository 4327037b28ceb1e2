import { Trash2 } from 'lucide-react';
import type { DesignerPackage, Finding } from '../../../server/api/designer.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { FindingItem } from '../../findings/finding-item.tsx';
import { useText } from '../../words.ts';
import { setLaneRole } from '../bpmn/lane.ts';
import { modelOf, remove, setName, setText } from '../editing.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { kindOf, textIn } from '../model.ts';
import { kindWord } from '../words/kind.ts';
import { Committed } from './committed.tsx';
import { Select } from './select.tsx';

const worded = /^(group|textAnnotation|association|messageFlow|dataInputAssociation|dataOutputAssociation)$/;
const inEnglish = /^(lane|participant|dataObjectReference|dataStoreReference)$/;

/** What is drawn and is no step: its name, and of a lane the role that it gives to the steps in it. */
export const PlainPanel = ({ drawing, element, opened, findings }: { drawing: Drawing; element: Element; opened: DesignerPackage; findings: readonly Finding[] }) => {
  const text = useText();
  const language = useLanguage();
  const model = modelOf(element);
  const kind = kindOf(model);
  return (
    <div key={element.id}>
      <p className="panel-kind">{kindWord(text, kind)} · <code>{element.id}</code></p>
      {findings.length > 0 && <ul className="finding-list">{findings.map((finding, index) => <FindingItem key={index} finding={finding} />)}</ul>}
      {!worded.test(kind) && <Committed id="step-name" label={text('nameVi')} value={textIn(model, 'name')} lang="vi" onCommit={(value) => setName(drawing, element, value)} />}
      {inEnglish.test(kind) && <Committed id="step-name-en" label={text('nameEn')} value={textIn(model, 'motcua:nameEn')} lang="en" onCommit={(value) => setText(drawing, element, 'nameEn', value)} />}
      {kind === 'lane' && (
        <Select
          id="lane-role" label={text('laneRole')} hint={text('laneRoleHint')} value={textIn(model, 'motcua:role')} onChange={(role) => setLaneRole(drawing, element, role)}
          options={[{ value: '', label: text('choose') }, ...opened.roles.map(({ role, name }) => ({ value: role, label: pick(name, language) }))]}
        />
      )}
      <Button small kind="danger" onClick={() => remove(drawing, element)}><Icon of={Trash2} />{text('removeDrawn')}</Button>
      <p className="muted small">{text('undoHint')}</p>
    </div>
  );
};
