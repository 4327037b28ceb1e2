/** What new parts of a form are called until somebody calls them better. */
export const newTitle = {
  page: { vi: 'Trang mới', en: 'New page' },
  section: { vi: 'Phần mới', en: 'New section' },
} as const;
