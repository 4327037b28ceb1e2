import type { AgencyFile } from './agency-file.ts';

/** How a phone keeps the agency's app (W3C Web Application Manifest). The icon is the platform's. */
export const manifestOf = ({ name, lead, colours }: AgencyFile) => ({
  name: name.vi, short_name: name.vi, description: lead.vi, lang: 'vi', id: '/', start_url: '/', scope: '/', display: 'standalone',
  background_color: '#fbf9f4', theme_color: colours?.light.action ?? '#0b5a5a', icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' }],
});
