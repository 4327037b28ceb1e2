import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { LayerVersions } from '../../server/api/planning.ts';
import { date, dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { TakeMap } from './take-map.tsx';
import './maps.css';

const layers = queryOf('GET /api/planning/layers', {});

/** The layers that the planning look-up reads, all their versions, and how another is taken in. */
export const MapsPage = () => {
  const text = useText();
  const client = useQueryClient();
  const kept = useQuery({ ...layers, refetchOnWindowFocus: false });
  return (
    <Page title={text('mapsTitle')} wide>
      <p className="lead">{text('mapsLead')}</p>
      <Load of={kept}>{({ layers: all }) => (all.length === 0 ? <p>{text('noMaps')}</p> : <Versions all={all} />)}</Load>
      <TakeMap onTaken={() => void client.invalidateQueries({ queryKey: layers.queryKey })} />
    </Page>
  );
};

const Versions = ({ all }: { all: LayerVersions['layers'] }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <Table
      caption={text('mapLayers')}
      rows={all}
      rowKey={({ id }) => id}
      columns={[
        { key: 'layer', title: text('mapLayer'), heading: true, cell: ({ title, name, sample }) => [pick(title, language), `(${name})`, sample ? `– ${text('mapSample')}` : ''].filter(Boolean).join(' ') },
        { key: 'kind', title: text('mapKind'), cell: ({ kind }) => text(`mapKind_${kind}`) },
        { key: 'version', title: text('mapVersion'), number: true, cell: ({ version }) => version },
        { key: 'valid', title: text('mapValid'), cell: ({ validFrom, validTo }) => (validTo === null ? text('mapValidFrom', { from: date(validFrom) }) : text('mapValidFromTo', { from: date(validFrom), to: date(validTo) })) },
        { key: 'source', title: text('mapSource'), cell: ({ source, sourceDate }) => text('mapSourceOf', { source, date: date(sourceDate) }) },
        { key: 'features', title: text('mapFeatures'), number: true, cell: ({ features }) => features },
        { key: 'taken', title: text('mapTaken'), cell: ({ importedAt, importedBy }) => text('mapTakenBy', { at: dateTime(importedAt), by: importedBy === 'system' ? text('mapBySystem') : importedBy }) },
      ]}
    />
  );
};
