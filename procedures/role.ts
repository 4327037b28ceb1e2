import type { LocalText } from '../engine/definition.ts';

/** Roles that a step of any procedure may name, by the codes of the one-stop mechanism, and what people call them. `applicant` is the citizen who filed. */
export const standardStepRoles = {
  applicant: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
  receptionist: { vi: 'Cán bộ tiếp nhận', en: 'Reception officer' },
  centre_head: { vi: 'Lãnh đạo Trung tâm', en: 'Head of the one-stop centre' },
  handler: { vi: 'Cán bộ thụ lý', en: 'Handling officer' },
  section_head: { vi: 'Lãnh đạo phòng', en: 'Head of section' },
  signer: { vi: 'Lãnh đạo ký', en: 'Signing leader' },
  clerk: { vi: 'Văn thư', en: 'Registry clerk' },
  result_officer: { vi: 'Cán bộ trả kết quả', en: 'Result officer' },
  consulted_agency: { vi: 'Cơ quan được lấy ý kiến', en: 'Consulted agency' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Roles in the house that do no step. */
export const houseRoles = {
  cashier: { vi: 'Thủ quỹ', en: 'Cashier' },
  admin: { vi: 'Quản trị hệ thống', en: 'System administrator' },
  process_designer: { vi: 'Người thiết kế quy trình', en: 'Process designer' },
  monitor: { vi: 'Người giám sát', en: 'Monitor' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** All roles that stand in code: the rights of each are written where they are asked. */
export const standardRoles: Readonly<Record<string, LocalText>> = { ...standardStepRoles, ...houseRoles };

/** Whose rights a role that a procedure adds may have. Not a consulted agency's, which reads nothing but what it is asked, by that very name; the applicant is one alone. */
export const rolesToBeLike = ['receptionist', 'centre_head', 'handler', 'section_head', 'signer', 'clerk', 'result_officer'] as const satisfies readonly (keyof typeof standardStepRoles)[];

/** What a role is called: by the standard, else by who added it; its code where nobody did. */
export const roleName = (code: string, added: Readonly<Record<string, { readonly name: LocalText }>> = {}): LocalText =>
  (Object.hasOwn(standardRoles, code) ? standardRoles[code] : Object.hasOwn(added, code) ? added[code]?.name : undefined) ?? { vi: code, en: code };

/** The standard role whose rights a role has: its own, unless a procedure has added it. */
export const likeOf = (code: string, added: Readonly<Record<string, { readonly like: string }>> = {}): string => (Object.hasOwn(added, code) && !Object.hasOwn(standardRoles, code) ? added[code]!.like : code);
