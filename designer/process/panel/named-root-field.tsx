import { Plus } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../../words.ts';
import { refer, referToNew, rename, rootKinds, rootsOf, type RootKind } from '../bpmn/named-roots.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { one, textIn, type Model } from '../model.ts';
import { Committed } from './committed.tsx';
import { Select } from './select.tsx';

/** Which message, signal, error or escalation: one of the process, or a new one; its name, and its code where it has one. */
export const NamedRootField = ({ drawing, element, holder, kind, id }: { drawing: Drawing; element: Element; holder: Model; kind: RootKind; id: string }) => {
  const text = useText();
  const { reference, code } = rootKinds[kind];
  const roots = rootsOf(drawing, kind);
  const said = one(holder, reference);
  const nameOf = (root: Model) => textIn(root, 'name') || root.id || '';
  const labelOf = (root: Model) => (code && textIn(root, code) ? `${nameOf(root)} (${textIn(root, code)})` : nameOf(root));
  return (
    <div className="panel-begin">
      <Select
        id={id} label={text(`root_${kind}`)} value={said?.id ?? ''} options={[{ value: '', label: text(code ? 'rootAny' : 'choose') }, ...roots.map((root) => ({ value: root.id ?? '', label: labelOf(root) }))]}
        onChange={(next) => refer(drawing, element, holder, kind, roots.find((root) => root.id === next))}
      />
      {said && (
        <>
          <Committed id={`${id}-name`} label={text(`rootName_${kind}`)} value={textIn(said, 'name')} hint={text('rootNameHint')} onCommit={(name) => rename(drawing, element, said, 'name', name)} />
          {code && <Committed id={`${id}-code`} label={text(`rootCode_${kind}` as 'rootCode_error')} value={textIn(said, code)} hint={text('rootCodeHint')} code onCommit={(next) => rename(drawing, element, said, code, next)} />}
        </>
      )}
      <Button small onClick={() => referToNew(drawing, element, holder, kind, text(`rootNew_${kind}`))}><Icon of={Plus} />{text(`rootAdd_${kind}`)}</Button>
    </div>
  );
};
