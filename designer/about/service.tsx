import { unitWordNames, unitWords } from '../../procedures/parameters.ts';
import { Check } from '../../ui/choices.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { BothTexts } from '../forms/both-texts.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { LimitField } from '../process/panel/limit-field.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { Limits } from './limits.tsx';
import type { PartProps } from './part.ts';
import { Sourced } from './sourced.tsx';
import { Toggles } from './toggles.tsx';

const both = (vi: string, en: string) => ({ vi, en });
const people = { individual: both('Cá nhân', 'Person'), household: both('Hộ gia đình', 'Household'), organisation: both('Tổ chức', 'Organisation'), office: both('Cơ quan tự mở', 'The office itself') } as const;
const ways = { electronic: both('Bản điện tử', 'Electronic copy'), post: both('Bưu điện giao tận nhà', 'By post to your home'), counter: both('Nhận tại Bộ phận Một cửa', 'At the one-stop counter') } as const;
const blank = both('', '');
const channels = ['online', 'counter', 'post', 'office'] as const;
const online = ['full', 'partial', 'proactive'] as const;
const levels = ['commune', 'province', 'centre'] as const;
const keysOf = <K extends string>(names: Readonly<Record<K, unknown>>): readonly K[] => Object.keys(names) as K[];

/** Who decides, for whom, how long it may take, how one files and gets the result. */
export const Service = ({ procedure, put }: PartProps) => {
  const text = useText();
  const language = useLanguage();
  const { agency } = procedure;
  return (
    <>
      <h3>{text('legalLimit')}</h3>
      <Limits procedure={procedure} put={put} />
      <LimitField id="about-due-soon" label={text('dueSoon')} hint={text('dueSoonHint')} value={procedure.dueSoon} onCommit={(next) => put(['dueSoon'], next)} />
      <BothTexts id="about-agency" legend={text('agency')} value={agency.name} onChange={(next) => put(['agency', 'name'], next)} />
      <Select id="about-level" label={text('level')} value={agency.level} options={levels.map((one) => ({ value: one, label: text(`level_${one}`) }))} onChange={(next) => put(['agency', 'level'], next)} />
      <Committed
        id="about-place" optional code label={text('placeAsked')} hint={text('placeAskedHint')} value={agency.place ?? ''}
        fault={(typed) => (/^([a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*)?$/.test(typed.trim()) ? undefined : text('placeAskedFault'))} onCommit={(next) => put(['agency', 'place'], next.trim() || undefined)}
      />
      <Sourced id="about-agency" value={agency} put={(name, next) => put(['agency', name], next)} />
      {unitWords.map((one) => <BothTexts key={one} optional id={`about-local-${one}`} legend={pick(unitWordNames[one], language)} value={procedure.local?.[one] ?? blank} onChange={(next) => put(['local', one], next.vi === '' && next.en === '' ? undefined : next)} />)}
      <Toggles
        legend={text('applicants')} items={keysOf(people).map((kind) => ({ value: kind, label: text(`applicant_${kind}`) }))} chosen={procedure.applicants.map(({ kind }) => kind)}
        onChange={(kinds) => put(['applicants'], kinds.map((kind) => procedure.applicants.find((one) => one.kind === kind) ?? { kind, name: people[kind] }))}
      />
      <Check id="protects-applicant" label={<>{text('protectsApplicant')}<span className="choice-hint">{text('protectsApplicantHint')}</span></>} checked={procedure.protectsApplicant === true} onChange={(isOn) => put(['protectsApplicant'], isOn ? true : undefined)} />
      <Toggles legend={text('channels')} items={channels.map((one) => ({ value: one, label: text(`channel_${one}`) }))} chosen={procedure.channels} onChange={(next) => put(['channels'], next)} />
      <Toggles
        legend={text('deliveryWays')} items={keysOf(ways).map((method) => ({ value: method, label: text(`delivery_${method}`) }))} chosen={procedure.delivery.map(({ method }) => method)}
        onChange={(methods) => put(['delivery'], methods.map((method) => procedure.delivery.find((one) => one.method === method) ?? { method, name: ways[method] }))}
      />
      <Select id="about-online" label={text('onlineLevel')} value={procedure.onlineLevel.value} options={online.map((one) => ({ value: one, label: text(`toldOnline_${one}`) }))} onChange={(next) => put(['onlineLevel', 'value'], next)} />
      <Sourced id="about-online" value={procedure.onlineLevel} put={(name, next) => put(['onlineLevel', name], next)} />
      <Committed
        id="about-office" optional code label={text('office')} hint={text('officeHint')} value={procedure.office?.unit ?? ''}
        fault={(typed) => (/^([A-Z0-9]+(\.[A-Z0-9]+)*)?$/.test(typed.trim()) ? undefined : text('officeFault'))} onCommit={(next) => put(['office'], next.trim() === '' ? undefined : { unit: next.trim() })}
      />
      <Committed
        id="about-begins-in" optional code label={text('beginsIn')} hint={text('beginsInHint')} value={(procedure.beginsIn ?? []).join(', ')}
        fault={(typed) => (/^\s*([a-z][a-z0-9-]{0,60}(\s*,\s*[a-z][a-z0-9-]{0,60})*)?\s*$/.test(typed) ? undefined : text('beginsInFault'))}
        onCommit={(next) => put(['beginsIn'], next.trim() === '' ? undefined : [...new Set(next.split(',').map((kind) => kind.trim()))])}
      />
      <Committed id="about-subject" optional code label={text('subject')} hint={text('subjectHint')} value={procedure.subject ?? ''} onCommit={(next) => put(['subject'], next.trim() || undefined)} />
      <Committed
        id="about-years" label={text('retention')} hint={text('retentionHint')} value={String(procedure.retention.years)}
        fault={(typed) => (/^[1-9]\d{0,2}$/.test(typed.trim()) ? undefined : text('yearsFault'))} onCommit={(next) => put(['retention', 'years'], Number(next))}
      />
      <Sourced id="about-retention" value={procedure.retention} put={(name, next) => put(['retention', name], next)} />
    </>
  );
};
