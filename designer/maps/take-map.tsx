import { useState, type FormEvent } from 'react';
import type { LayerKind, LayerTaken, NewLayer } from '../../server/api/planning.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { Field, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Problem } from '../../ui/problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Select } from '../process/panel/select.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';

const kinds = ['zone', 'parcel', 'road', 'works'] as const satisfies readonly LayerKind[];
type Said = Readonly<Record<'layer' | 'title' | 'titleEn' | 'validFrom' | 'validTo' | 'source' | 'sourceDate', string>>;
const blank: Said = { layer: '', title: '', titleEn: '', validFrom: '', validTo: '', source: '', sourceDate: '' };

/** A file, and what is to be known of it. What is wrong is said place by place, and then nothing is kept. */
export const TakeMap = ({ onTaken }: { onTaken: () => void }) => {
  const text = useText();
  const [said, setSaid] = useState(blank);
  const [kind, setKind] = useState<LayerKind>('zone');
  const [sample, setSample] = useState(false);
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const [taken, setTaken] = useState<LayerTaken>();
  const taking = useAct(async (key, chosen: File) => {
    setTaken(undefined);
    const given = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== ''));
    setTaken(await call('POST /api/planning/layers', { key, query: { ...given, kind, ...(sample && { sample: 'yes' }) } as NewLayer, body: new Blob([chosen], { type: 'application/geo+json' }) }));
    onTaken();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(file === undefined);
    const isDated = (['validFrom', 'validTo', 'sourceDate'] as const).every((name) => said[name] === '' || isDay(said[name]));
    if (file && isDated) taking.run(file);
  };
  const field = (name: keyof Said, label: string, more: { readonly hint?: string; readonly optional?: boolean } = {}) => (
    <TextField id={`map-${name}`} label={label} {...more} error={taking.problem?.errors.find(({ path }) => path === name)?.message} value={said[name]} autoComplete="off" onChange={({ target }) => setSaid({ ...said, [name]: target.value })} />
  );
  const day = (name: keyof Said, label: string, optional = false) => (
    <DateField id={`map-${name}`} label={label} optional={optional} error={taking.problem?.errors.find(({ path }) => path === name)?.message} value={said[name]} onChange={(value) => setSaid({ ...said, [name]: value })} />
  );
  return (
    <section aria-labelledby="take-map" className="take-map">
      <h2 id="take-map">{text('takeMap')}</h2>
      <form noValidate onSubmit={submit}>
        <Field id="map-file" label={text('mapFile')} hint={text('mapFileHint')} error={missing ? text('mapFileMissing') : undefined}>
          <input id="map-file" type="file" className="control" accept=".geojson,.json,application/geo+json,application/json" aria-describedby="map-file-hint" onChange={({ target }) => setFile(target.files?.[0])} />
        </Field>
        <Select id="map-kind" label={text('mapKind')} value={kind} options={kinds.map((value) => ({ value, label: text(`mapKind_${value}`) }))} onChange={(value) => setKind(value as LayerKind)} />
        {field('layer', text('mapName'), { hint: text('mapNameHint') })}
        {field('title', text('mapTitleVi'))}
        {field('titleEn', text('mapTitleEn'), { optional: true })}
        {day('validFrom', text('mapFrom'))}
        {day('validTo', text('mapTo'), true)}
        {field('source', text('mapSourceWords'), { hint: text('mapSourceWordsHint') })}
        {day('sourceDate', text('mapSourceDate'))}
        <Check id="map-sample" label={text('mapIsSample')} checked={sample} onChange={setSample} />
        <Button kind="main" type="submit" busy={taking.busy}>{text('takeMapNow')}</Button>
      </form>
      <div aria-live="polite">
        {taken && (
          <Notice kind="done" title={text(taken.known ? 'mapIsKnown' : 'mapIsTaken', { layer: taken.layer, version: taken.version, count: taken.features })}>
            {taken.leftOut.length > 0 && <p>{text('mapLeftOut', { names: taken.leftOut.join(', ') })}</p>}
          </Notice>
        )}
        {taking.problem && <Refused problem={taking.problem} />}
      </div>
    </section>
  );
};

const Refused = ({ problem }: { problem: Problem }) => {
  const text = useText();
  if (problem.errors.length === 0) return <ProblemView error={problem} />;
  return (
    <Notice kind="danger" title={text('mapFaults')}>
      <ul>{problem.errors.map(({ path, message }) => <li key={`${path} ${message}`}>{path !== '' && <code>{path}</code>} {message}</li>)}</ul>
    </Notice>
  );
};
