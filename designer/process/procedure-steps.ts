import type { StepText } from './step.ts';

/** One element of a ready pattern; texts in both languages, for a procedure is read in both. */
export interface Piece {
  readonly key: string;
  readonly type: 'bpmn:UserTask' | 'bpmn:ServiceTask' | 'bpmn:BusinessRuleTask' | 'bpmn:ReceiveTask' | 'bpmn:ExclusiveGateway' | 'bpmn:IntermediateCatchEvent';
  readonly name: { readonly vi: string; readonly en: string };
  /** From the left of the pattern to its middle, in pixels. */
  readonly at: number;
  readonly texts?: Partial<Readonly<Record<StepText, string>>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly message?: string;
  readonly timer?: string;
}

interface Way {
  readonly from: string;
  readonly to: string;
  readonly condition?: string;
  /** Below the others, and taken when no condition holds. */
  readonly isDefault?: true;
}

export interface Pattern {
  readonly pieces: readonly [Piece, ...Piece[]];
  readonly ways: readonly Way[];
  readonly icon: string;
}

/** What a package has that a pattern may name: the first is taken. Which letter a step issues only its author knows: the first may be a refusal. */
export interface Stock {
  readonly register: string;
  readonly notice: string;
  /** The decision that says the fee; blank where a step of the drawing asks it already. */
  readonly feeDecision: string;
}

const only = (icon: string, piece: Omit<Piece, 'key' | 'at'>): Pattern => ({ icon, pieces: [{ key: 'only', at: 60, ...piece }], ways: [] });
const person = (vi: string, en: string, role: string, texts: Piece['texts'] = {}): Pattern => only('bpmn-icon-user-task', { type: 'bpmn:UserTask', name: { vi, en }, texts: { role, ...texts } });

const fee = {
  icon: 'bpmn-icon-service-task',
  pieces: [
    { key: 'request', type: 'bpmn:ServiceTask', name: { vi: 'Yêu cầu nộp lệ phí', en: 'Request the fee' }, at: 60, texts: { connector: 'fee.request', result: 'payment' }, inputs: { fee: 'fee' } },
    { key: 'open', type: 'bpmn:ExclusiveGateway', name: { vi: 'Còn chờ nộp?', en: 'Still to be paid?' }, at: 195 },
    { key: 'wait', type: 'bpmn:ReceiveTask', name: { vi: 'Chờ nộp lệ phí', en: 'Wait for the payment' }, at: 330, texts: { result: 'payment', clock: 'pause:payment', state: '6', citizenName: 'Bạn nộp lệ phí', citizenNameEn: 'You pay the fee' }, message: 'payment.settled' },
    { key: 'paid', type: 'bpmn:ExclusiveGateway', name: { vi: 'Đã xong lệ phí', en: 'The fee is settled' }, at: 465 },
  ],
  ways: [{ from: 'request', to: 'open' }, { from: 'open', to: 'wait', condition: '=payment.state = "pending"' }, { from: 'open', to: 'paid', isDefault: true }, { from: 'wait', to: 'paid' }],
} as const satisfies Pattern;

/** Asks what the fee is, then for the fee. */
const feeFound = (decision: string): Pattern => ({
  icon: fee.icon,
  pieces: [
    { key: 'find', type: 'bpmn:BusinessRuleTask', name: { vi: 'Tính phí, lệ phí', en: 'Find the fee' }, at: 60, texts: { decision, result: 'fee' }, inputs: { channel: 'filing.channel' } },
    ...fee.pieces.map((piece) => ({ ...piece, at: piece.at + 170 })),
  ],
  ways: [{ from: 'find', to: 'request' }, ...fee.ways],
});

const issue = ({ register }: Stock): Pattern => ({
  icon: 'bpmn-icon-send-task',
  pieces: [
    { key: 'number', type: 'bpmn:ServiceTask', name: { vi: 'Lấy số vào sổ', en: 'Take the number' }, at: 60, texts: { connector: 'register.number', result: 'resultNumber' }, inputs: { register: JSON.stringify(register) } },
    { key: 'issue', type: 'bpmn:ServiceTask', name: { vi: 'Phát hành văn bản', en: 'Issue the letter' }, at: 230, texts: { connector: 'letter.issue', clock: 'end', state: '9', citizenName: 'Đã có kết quả', citizenNameEn: 'The result is ready' }, inputs: { letter: '""', number: 'resultNumber.number' } },
  ],
  ways: [{ from: 'number', to: 'issue' }],
});

/** The steps of procedures in their own words, each ready but for its form. */
export const procedureSteps = {
  receive: () => person('Tiếp nhận hồ sơ', 'Receive the dossier', 'receptionist', { unit: 'receiving', citizenName: 'Tiếp nhận hồ sơ', citizenNameEn: 'Receiving your dossier' }),
  check: () => person('Kiểm tra hồ sơ', 'Check the dossier', 'handler'),
  examine: () => person('Thẩm định hồ sơ', 'Examine the dossier', 'handler', { state: '4', citizenName: 'Thẩm định hồ sơ', citizenNameEn: 'Examining your dossier' }),
  inspect: () => person('Kiểm tra thực địa', 'Inspect on site', 'handler', { citizenName: 'Kiểm tra thực địa', citizenNameEn: 'Inspecting on site' }),
  consult: () => person('Lấy ý kiến', 'Consult', 'consulted_agency', { citizenName: 'Lấy ý kiến cơ quan liên quan', citizenNameEn: 'Consulting other agencies' }),
  supplement: () => person('Bổ sung hồ sơ', 'Complete the dossier', 'applicant', { clock: 'pause:supplement', state: '5', citizenName: 'Bạn bổ sung hồ sơ', citizenNameEn: 'You complete the dossier' }),
  fee: ({ feeDecision }) => (feeDecision === '' ? fee : feeFound(feeDecision)),
  review: () => person('Soát xét', 'Review', 'section_head'),
  sign: () => person('Ký duyệt', 'Sign', 'signer', { result: 'sign', citizenName: 'Lãnh đạo ký', citizenNameEn: 'Signing' }),
  number: ({ register }) => only('bpmn-icon-service-task', { type: 'bpmn:ServiceTask', name: { vi: 'Lấy số vào sổ', en: 'Take the number' }, texts: { connector: 'register.number' }, inputs: { register: JSON.stringify(register) } }),
  issue,
  giveBack: () => person('Trả kết quả', 'Return the result', 'result_officer', { unit: 'receiving', citizenName: 'Trả kết quả', citizenNameEn: 'Returning the result' }),
  notify: ({ notice }) => only('bpmn-icon-send-task', { type: 'bpmn:ServiceTask', name: { vi: 'Báo cho người nộp', en: 'Notify the applicant' }, texts: { connector: 'notify' }, inputs: { event: JSON.stringify(notice) } }),
  wait: () => only('bpmn-icon-intermediate-event-catch-timer', { type: 'bpmn:IntermediateCatchEvent', name: { vi: 'Chờ', en: 'Wait' }, timer: '1 working day' }),
  decide: () => only('bpmn-icon-gateway-xor', { type: 'bpmn:ExclusiveGateway', name: { vi: 'Kết quả?', en: 'Outcome?' } }),
} as const satisfies Readonly<Record<string, (stock: Stock) => Pattern>>;
export type ProcedureStep = keyof typeof procedureSteps;
export const procedureStepNames = Object.keys(procedureSteps) as ProcedureStep[];

const firstKey = (value: unknown): string => (typeof value === 'object' && value !== null ? (Object.keys(value)[0] ?? '') : '');

export const noStock: Stock = { register: '', notice: '', feeDecision: '' };

/** What a text of procedure.json has in stock; nothing where it cannot be read. */
export const stockIn = (procedure: string): Stock => {
  try {
    const { registers, notices, decisions } = JSON.parse(procedure) as Readonly<Record<string, unknown>>;
    const { fee: decision } = (decisions ?? {}) as { readonly fee?: unknown };
    return { register: firstKey(registers), notice: firstKey(notices), feeDecision: typeof decision === 'string' ? decision : '' };
  } catch {
    return noStock;
  }
};
