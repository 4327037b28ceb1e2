import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import check from 'virtual:house-check';
import type { Data } from '../../../engine/state.ts';
import '../../../ui/fonts.css';
import '../../../ui/tokens.css';
import '../../../ui/base.css';
import type { FieldPath } from '../../field-path.ts';
import type { FileValue, Form, Page } from '../../form.ts';
import { nextPage } from '../../flow.ts';
import { answer as filled, at, catalogues, house } from '../../testing/house.ts';
import type { Lang } from '../../text.ts';
import { validate, type FieldError } from '../../validate.ts';
import { Answers } from '../answers-view.tsx';
import { FormPage } from '../form-page.tsx';
import { FormView } from '../form-view.tsx';
import './gallery.css';

const query = new URLSearchParams(location.search);
const lang: Lang = query.get('lang') === 'en' ? 'en' : 'vi';
const view = query.get('view') ?? 'page';
const judged = (answer: Data, pages?: readonly string[]) => validate(house, check, answer, { at, catalogues, ...(pages ? { pages } : {}) });
const fileHref = (file: FileValue) => `#${file.file}`;

/** Pretends to send a file: a second and a half, and no luck with names that begin with "hong". */
async function onUpload(_: FieldPath, file: File, progress: (done: number) => void): Promise<FileValue> {
  for (let part = 1; part <= 10; part += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    progress(part / 10);
  }
  if (file.name.startsWith('hong')) throw new Error('sent in vain');
  return { file: `f-${file.name}`, name: file.name, size: file.size, type: file.type, sha256: 'cd'.repeat(32) };
}

const supplement: Page = { id: 'supplement', section: 'place', title: { vi: 'Sửa những chỗ cán bộ yêu cầu', en: 'Correct what the office asks for' }, fields: ['work.footprint', 'owner.address', 'drawings'] };
const remarks = { 'work.footprint': 'Khác với bản vẽ mặt bằng (dữ liệu giả định)', drawings: 'Thiếu mặt cắt (dữ liệu giả định)' };

// The page about the present state is there for repairs only.
const kind: Data = query.get('page') === 'present' ? { permitKind: 'repair' } : {};

/** A question for a signature, alone: as it is asked, and as it is read. */
const signing: Form = {
  id: 'signing', title: { vi: 'Ký', en: 'Sign' }, rules: [], sources: {},
  schema: { type: 'object', required: ['signature'], properties: { signature: { $ref: 'motcua:signature' } } },
  ui: { sections: { main: { vi: 'Ký', en: 'Sign' } }, pages: [{ id: 'sign', section: 'main', title: { vi: 'Ký tên', en: 'Sign your name' }, fields: ['signature'] }], fields: {} },
};
function Signing() {
  const [answer, setAnswer] = useState<Data>({});
  return (
    <>
      <FormPage form={signing} page={signing.ui.pages[0]!} answer={answer} onChange={setAnswer} errors={[]} onSubmit={() => undefined} lang={lang} at={at} onUpload={onUpload} fileHref={fileHref} />
      <output id="kept">{JSON.stringify(answer)}</output>
    </>
  );
}

function Pages() {
  const [answer, setAnswer] = useState<Data>(query.get('state') === 'filled' || view === 'supplement' ? { ...filled, ...kind } : kind);
  const [page, setPage] = useState<Page>(view === 'supplement' ? supplement : house.ui.pages.find(({ id }) => id === query.get('page')) ?? house.ui.pages[0]!);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = () => {
    const validation = judged(answer, view === 'supplement' ? undefined : [page.id]);
    setErrors(validation.errors);
    if (validation.errors.length > 0) return;
    setAnswer(validation.value);
    setPage(nextPage({ form: house, validation, visited: [] }, page.id) ?? page);
  };
  return <FormPage form={house} page={page} answer={answer} onChange={setAnswer} errors={errors} onSubmit={submit} lang={lang} at={at} catalogues={catalogues} onUpload={onUpload} fileHref={fileHref} readOnly={query.has('readonly')} {...(view === 'supplement' ? { remarks } : {})} />;
}

function Desk() {
  const [flagged, setFlagged] = useState<ReadonlySet<FieldPath>>(new Set(['site.landArea']));
  const toggle = (path: FieldPath) => setFlagged((all) => new Set(all.has(path) ? [...all].filter((one) => one !== path) : [...all, path]));
  return (
    <>
      <h1>{house.title[lang]}</h1>
      <h2>{lang === 'vi' ? 'Nội dung đơn' : 'The application'}</h2>
      <FormView form={house} evaluation={judged(filled).evaluation} lang={lang} catalogues={catalogues} fileHref={fileHref} flagged={flagged} onFlag={toggle} renderFlag={() => <p className="form-remark">Khác với giấy chứng nhận (dữ liệu giả định)</p>} />
    </>
  );
}

const views = {
  page: () => <Pages />,
  supplement: () => <Pages />,
  answers: () => (
    <>
      <h1>{lang === 'vi' ? 'Kiểm tra câu trả lời' : 'Check your answers'}</h1>
      <Answers form={house} evaluation={judged(filled).evaluation} lang={lang} catalogues={catalogues} pageHref={(page) => `?page=${page}`} fileHref={fileHref} />
    </>
  ),
  desk: () => <Desk />,
  signing: () => <Signing />,
};

document.documentElement.lang = lang;
if (view === 'desk') document.documentElement.dataset.density = 'desk';
createRoot(document.getElementById('root')!).render(<StrictMode>{views[view as keyof typeof views]()}</StrictMode>);
