import { Search } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '../button.tsx';
import { BackLink } from '../back-link.tsx';
import { Check, Choices } from '../choices.tsx';
import { ClockView } from '../clock-view.tsx';
import { Dialog } from '../dialog.tsx';
import { EmptyState } from '../empty-state.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { DateField } from '../date-field.tsx';
import { TextArea, TextField } from '../field.tsx';
import { money } from '../format.ts';
import { Icon } from '../icon.tsx';
import { Notice } from '../notice.tsx';
import { Page } from '../page.tsx';
import { Problem } from '../problem.ts';
import { ProblemView } from '../problem-view.tsx';
import { Skeleton } from '../skeleton.tsx';
import { State, type StateTone } from '../state.tsx';
import { SummaryList } from '../summary-list.tsx';
import { Table } from '../table.tsx';
import { Tabs } from '../tabs.tsx';
import { TaskList } from '../task-list.tsx';
import { Timeline } from '../timeline.tsx';
import { Swatches } from './swatches.tsx';
import './gallery.css';

const tones: StateTone[] = ['plain', 'open', 'done', 'soon', 'late', 'waiting', 'paused', 'ended'];
const clock = { status: 'running', limit: '7 working days', startedAt: '2026-12-02T01:00:00Z', dueAt: '2026-12-10T09:30:00Z', endedAt: null, promisedAnew: null, earlier: [] as { dueAt: string; until: string }[], pause: null, confirmed: true } as const;

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="gallery-part">
    <h2>{title}</h2>
    {children}
  </section>
);

/** Every token, component and state on one page, for development: tests photograph it, a person looks. */
export const Gallery = () => {
  const [tab, setTab] = useState('one');
  const [choice, setChoice] = useState<'yes' | 'no'>();
  const [checked, setChecked] = useState(false);
  const [day, setDay] = useState('2026-12-02');
  const [open, setOpen] = useState(false);
  return (
    <Page title="Bộ mẫu giao diện: Ể Ữ Ậ Ộ Ẵ" caption="ui/" back={<BackLink href="/" />}>
      <Swatches />
      <Part title="Buttons">
        <p className="row">
          <Button kind="main">Nộp hồ sơ</Button>
          <Button>Lưu</Button>
          <Button kind="danger">Rút hồ sơ</Button>
          <Button kind="quiet">Bỏ qua</Button>
          <Button kind="main" busy>Đang gửi</Button>
          <ButtonLink href="/" small>Liên kết</ButtonLink>
          <Button onClick={() => setOpen(true)}><Icon of={Search} />Mở hộp thoại</Button>
        </p>
        <Dialog open={open} title="Rút hồ sơ này?" onClose={() => setOpen(false)} actions={<Button kind="danger" onClick={() => setOpen(false)}>Rút hồ sơ</Button>}>
          <p>Cơ quan sẽ dừng giải quyết.</p>
        </Dialog>
      </Part>
      <Part title="Errors and notices">
        <ErrorSummary errors={[{ id: 'g-name', message: 'Điền họ tên' }]} />
        <Notice>Thông tin.</Notice>
        <Notice kind="soon" title="Sắp đến hạn">Còn một ngày làm việc.</Notice>
        <Notice kind="danger" title="Quá hạn">Cơ quan đã gửi thư xin lỗi.</Notice>
        <Notice kind="done" title="Đã nhận">Hồ sơ đã được tiếp nhận.</Notice>
        <ProblemView error={new Problem({ status: 500, code: 'internal', title: 'Máy chủ gặp lỗi', requestId: 'r-123' })} retry={() => setTab('one')} />
      </Part>
      <Part title="Fields">
        <TextField id="g-name" label="Họ và tên" hint="Như trên căn cước" error="Điền họ tên" />
        <DateField id="g-day" label="Ngày cấp" value={day} onChange={setDay} />
        <TextArea id="g-note" label="Ghi chú" optional />
        <Choices id="g-choice" legend="Có công trình liền kề không?" value={choice} onChange={setChoice} choices={[{ value: 'yes', label: 'Có' }, { value: 'no', label: 'Không', hint: 'Đất trống bốn phía' }]} />
        <Check id="g-check" label="Tôi cam đoan những điều trên là đúng." checked={checked} onChange={setChecked} />
      </Part>
      <Part title="States and clocks">
        <p className="row">{tones.map((tone) => <State key={tone} tone={tone} word={tone} />)}</p>
        <ClockView clock={{ ...clock, verdict: 'within', left: { amount: 5, unit: 'day', working: true } }} />
        <ClockView clock={{ ...clock, verdict: 'late', left: { amount: -2, unit: 'day', working: true } }} />
        <ClockView clock={{ ...clock, status: 'paused', verdict: 'paused', left: null, pause: { cause: 'supplement', since: clock.startedAt } }} />
      </Part>
      <Part title="Lists">
        <SummaryList rows={[{ label: 'Diện tích lô đất', value: '80,5 m²', href: '/gallery' }, { label: 'Chủ đầu tư', value: 'Nguyễn Thị Mẫu' }]} />
        <TaskList items={[{ title: 'Chủ đầu tư', href: '#a', state: 'completed' }, { title: 'Địa điểm', href: '#b', state: 'started' }, { title: 'Bản vẽ', href: '#c', state: 'error', hint: 'PDF, tối đa 20 MB' }, { title: 'Kiểm tra', href: '#d', state: 'locked' }]} />
        <Timeline items={[{ key: '1', title: 'Nộp hồ sơ', state: 'done', at: '02/12/2026' }, { key: '2', title: 'Bổ sung', state: 'waiting' }, { key: '3', title: 'Thẩm định', state: 'current' }, { key: '4', title: 'Ký', state: 'late' }, { key: '5', title: 'Trả kết quả', state: 'todo' }]} />
        <Table caption="Lệ phí" rows={[{ name: 'Cấp giấy phép xây dựng', amount: 75000 }]} rowKey={(row) => row.name} columns={[{ key: 'name', title: 'Khoản', heading: true, cell: (row) => row.name }, { key: 'amount', title: 'Số tiền', number: true, cell: (row) => money(row.amount) }]} />
        <Tabs label="Phần" selected={tab} onSelect={setTab} items={[{ key: 'one', title: 'Tóm tắt', panel: <p>Một</p> }, { key: 'two', title: 'Tin nhắn', panel: <p>Hai</p> }]} />
      </Part>
      <Part title="Waiting and nothing">
        <Skeleton />
        <EmptyState title="Bạn chưa có hồ sơ nào" action={<ButtonLink kind="main" href="/">Xem thủ tục</ButtonLink>}><p>Hồ sơ đã nộp sẽ hiện ở đây.</p></EmptyState>
      </Part>
    </Page>
  );
};
