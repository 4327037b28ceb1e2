import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { standingOf } from '../package/bench.ts';
import { DraftProblem } from '../package/draft-problem.tsx';
import { forgetSaved } from '../package/file-text.ts';
import { fileTitle } from '../package/file-title.ts';
import { usePackageTexts } from '../proof/package-texts.ts';
import type { FileChange } from '../review/differences.ts';
import { useDifference } from '../review/use-changes.ts';
import { Load } from '../shell/load.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { UpdatedFile, type Whose } from './updated-file.tsx';
import type { Adopted } from './use-adoption.ts';

/** What the review is told by whoever comes from here. */
export interface Updated { readonly updated: number }

type Version = NonNullable<Adopted['taken']>;

/** What a newer version of the source brings, file by file, whose each file shall be, and the way to take it into the draft. */
export const TakeUpdate = ({ opened, adopted: { from, name, updates }, taken, offered, isDirty, onSave }: { opened: DesignerPackage; adopted: Adopted; taken: Version; offered: Version; isDirty: boolean; onSave: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Whose>>(new Map());
  const [tried, setTried] = useState(false);
  const texts = usePackageTexts(opened);
  const paths = updates.map(({ path }) => path);
  const theirs = useDifference({ ...opened, key: from }, taken.hash, offered.hash, paths);
  const mine = useDifference(opened, taken.hash, undefined, updates.filter(({ way }) => way !== 'take').map(({ path }) => path), from);
  const taking = useAct(async () => {
    const { key, draft } = opened;
    await call('POST /api/designer/procedures/:key/adoption/take', { params: { key }, body: { ...standingOf(draft), version: offered.hash, choices: [...chosen].map(([path, take]) => ({ path, take })) } });
    await forgetSaved(client, key);
    go(`/packages/${key}/review`, { state: { updated: offered.number } satisfies Updated });
  });
  const isWhole = updates.every(({ path, way }) => way !== 'choose' || chosen.has(path));
  const take = () => {
    setTried(!isWhole);
    if (isWhole) taking.run();
  };
  // what is new there is called as it is there
  const titleOf = (path: string, there: readonly FileChange[]): string => (texts?.[path] === undefined && there.find((file) => file.path === path)?.title) || fileTitle(path, texts?.[path] ?? '', text, language);
  const of = (files: readonly FileChange[], path: string): readonly string[] => files.find((file) => file.path === path)?.said.map(({ text: sentence }) => sentence) ?? [];
  return (
    <>
      <Notice kind="info" title={text('sourceNewer')}>
        <p>{text('sourceNewerOf', { name: pick(name, language), number: offered.number, taken: taken.number })}</p>
        {offered.note && <p>{offered.note}</p>}
      </Notice>
      <p>{text(updates.length === 0 ? 'updateEmpty' : 'updateLead')}</p>
      <Load of={theirs}>
        {(changedThere) => (
          <Load of={mine}>
            {(changedHere) => updates.map((update) => (
              <UpdatedFile
                key={update.path} update={update} title={titleOf(update.path, changedThere)} theirs={of(changedThere, update.path)} mine={of(changedHere, update.path)} isMissing={tried}
                whose={chosen.get(update.path)} onChoose={(whose) => setChosen(new Map([...chosen, [update.path, whose]]))}
              />
            ))}
          </Load>
        )}
      </Load>
      <DraftProblem of={taking} packageKey={opened.key} />
      {isDirty ? <Notice kind="info" title={text('takeUpdateFirst')}><Button onClick={onSave}>{text('save')}</Button></Notice> : <Button kind="main" busy={taking.busy} onClick={take}>{text('takeUpdate')}</Button>}
    </>
  );
};
