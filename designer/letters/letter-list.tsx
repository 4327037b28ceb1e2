import { Copy, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { LetterTemplate } from '../../procedures/letters/template.ts';
import type { DesignerPackage, Finding } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useFileTexts } from '../package/file-text.ts';
import { useText } from '../words.ts';
import { freshKey, useLetterFiles } from './letter-files.ts';
import { NewLetter } from './new-letter.tsx';
import { readLetter } from './read-letter.ts';

interface LetterListProps {
  opened: DesignerPackage;
  keys: readonly string[];
  findingsOf: (key: string) => readonly Finding[];
  /** The steps that issue it, as links. */
  issuers: (key: string) => ReactNode;
}

interface Row {
  readonly key: string;
  readonly name: string;
  /** Nothing for a file that cannot be read. */
  readonly template: LetterTemplate | undefined;
}

const copyOf = (template: LetterTemplate): LetterTemplate => ({ ...template, name: { vi: `${template.name.vi} (bản sao)`, en: `${template.name.en} (copy)` } });

/** Every letter with the steps that issue it; begun, copied and deleted here. */
export const LetterList = ({ opened: { key: packageKey }, keys, findingsOf, issuers }: LetterListProps) => {
  const text = useText();
  const language = useLanguage();
  const [going, setGoing] = useState<Row>();
  const texts = useFileTexts(packageKey, keys.map((key) => `letters/${key}.json`));
  const files = useLetterFiles(packageKey);
  const rows = keys.map((key): Row => {
    const reading = readLetter(texts.get(`letters/${key}.json`) ?? '');
    const template = 'template' in reading ? reading.template : undefined;
    return { key, name: template ? pick(template.name, language) : key, template };
  });
  const called = ({ key, name, template }: Row) => (
    <>
      <Link href={`/packages/${packageKey}/letters/${key}`}>{name}</Link>
      {template?.form !== undefined && <span className="muted block">{template.form}</span>}
    </>
  );
  const state = ({ key }: Row) => {
    const found = findingsOf(key);
    return found.length === 0 ? <State tone="done" word={text('letterSound')} /> : <State tone={found.some(({ severity }) => severity === 'error') ? 'late' : 'soon'} word={text('findingCount', { count: found.length })} />;
  };
  const acts = (row: Row) => (
    <div className="row">
      <Button small kind="quiet" aria-label={`${text('letterCopy')}: ${row.name}`} aria-disabled={row.template === undefined} onClick={() => row.template && files.copy(freshKey(keys, `${row.key}-copy`), copyOf(row.template), row.key)}><Icon of={Copy} />{text('letterCopy')}</Button>
      <Button small kind="quiet" aria-label={`${text('letterDelete')}: ${row.name}`} onClick={() => setGoing(row)}><Icon of={Trash2} />{text('letterDelete')}</Button>
    </div>
  );
  const remove = () => {
    if (going) files.remove(going.key, texts.get(`letters/${going.key}.json`) ?? '');
    setGoing(undefined);
  };
  return (
    <>
      <p>{text('lettersLead')}</p>
      {rows.length === 0 && <EmptyState title={text('lettersEmpty')}><p>{text('lettersEmptyHint')}</p></EmptyState>}
      {rows.length > 0 && (
        <Table
          caption={text('placeLetters')} captionHidden rows={rows} rowKey={({ key }) => key}
          columns={[
            { key: 'name', title: text('letterName'), heading: true, cell: called },
            { key: 'steps', title: text('letterIssuedBy'), cell: ({ key }) => issuers(key) },
            { key: 'findings', title: text('letterState'), cell: state },
            { key: 'acts', title: text('acts'), cell: acts },
          ]}
        />
      )}
      <NewLetter packageKey={packageKey} keys={keys} onBegin={files.begin} />
      <Dialog
        open={going !== undefined} title={text('letterDeleteAsk', { name: going?.name ?? '' })} onClose={() => setGoing(undefined)}
        actions={<><Button kind="danger" onClick={remove}>{text('letterDelete')}</Button><Button onClick={() => setGoing(undefined)}>{text('letterKeep')}</Button></>}
      >
        <p>{text('letterDeleteHint')}</p>
        {going && issuers(going.key)}
      </Dialog>
    </>
  );
};
