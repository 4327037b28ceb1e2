import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { FileValue } from '../../forms/form.ts';
import type { Upload } from '../../forms/ui/asking.ts';
import { FormPage } from '../../forms/ui/form-page.tsx';
import { validate, type FieldError } from '../../forms/validate.ts';
import type { ServiceSheet } from '../../server/api/procedure.ts';
import { newKey } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import type { Answers } from '../filing/use-answers.ts';
import { useForm, type LoadedForm } from '../forms/use-form.ts';
import { LoadPage } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { keep, type KeptFile } from './store.ts';
import { useText } from './words.ts';

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const Questions = ({ sheet, loaded: { form, check, catalogues } }: { sheet: ServiceSheet; loaded: LoadedForm }) => {
  const text = useText();
  const language = useLanguage();
  const [, go] = useLocation();
  const [at] = useState(() => new Date().toISOString());
  const [answer, setAnswer] = useState<Answers>({});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [failed, setFailed] = useState(false);
  const files = useRef<KeptFile[]>([]);
  const takeIn: Upload = async (_path, file, progress): Promise<FileValue> => {
    const id = newKey();
    const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    files.current.push({ id, name: file.name, blob: file });
    progress(1);
    return { file: id, name: file.name, size: file.size, type: file.type, sha256 };
  };
  const keepIt = async () => {
    const { value, errors: found } = validate(form, check, answer, { at, catalogues });
    setErrors(found);
    if (found.length > 0) return;
    try {
      const said = JSON.stringify(value);
      await keep({ id: newKey(), procedure: sheet.key, name: sheet.name, keptAt: new Date().toISOString(), answers: value, files: files.current.filter(({ id }) => said.includes(id)), keys: { draft: newKey(), file: newKey() }, sent: { files: {} } });
      go('/kept');
    } catch {
      setFailed(true);
    }
  };
  return (
    <Page title={text('keptFill')} caption={pick(sheet.name, language)} back={<BackLink href={`/services/${sheet.key}`} label={pick(sheet.name, language)} />} error={errors.length > 0}>
      <p>{text('keptFillLead')}</p>
      {failed && <Notice kind="danger" title={text('keptFailed')} />}
      <FormPage
        form={form} page={{ id: 'kept', section: '', title: form.title, fields: form.ui.pages.flatMap(({ fields }) => fields) }} heading={false}
        answer={answer} onChange={setAnswer} errors={errors} onSubmit={() => void keepIt()} lang={language} at={at} catalogues={catalogues} onUpload={takeIn}
      >
        <Button kind="main" type="submit">{text('keptSave')}</Button>
      </FormPage>
    </Page>
  );
};

const WithForm = ({ sheet }: { sheet: ServiceSheet }) => {
  const form = useForm(sheet.key, sheet.forms.application);
  return <LoadPage of={form}>{(loaded) => <Questions sheet={sheet} loaded={loaded} />}</LoadPage>;
};

/** A form that is filled in without a network, on one page, and kept on this device. */
export const FillPage = ({ procedure }: { procedure: string }) => {
  const sheet = useResource('GET /api/procedures/:key', { params: { key: procedure } });
  return <LoadPage of={sheet}>{(data) => <WithForm sheet={data} />}</LoadPage>;
};
