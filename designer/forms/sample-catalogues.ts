/** Lists that the server gives at run time; two made-up entries each show how they look. */
export const sampleCatalogues = {
  communes: [{ value: '99001', label: { vi: 'Phường Giả Định', en: 'Sample ward' } }, { value: '99002', label: { vi: 'Xã Giả Định', en: 'Sample commune' } }],
  handlers: [{ value: 'handler-1', label: { vi: 'Nguyễn Văn Giả Định', en: 'Nguyễn Văn Giả Định' } }],
};
