import { Camera, CarFront, Clock, FileText, FolderOpen, Map as MapIcon, Megaphone, Search, ShieldCheck, Star, type LucideIcon } from 'lucide-react';
import type { AppView } from '../../server/api/app.ts';

type Tile = AppView['tiles'][number];

interface Place {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly word: 'navPlanning' | 'navRating' | 'navDossiers' | 'navTrack' | 'navVerify' | 'navClock' | 'navNotices' | 'navAlerts';
}

/** Where the menu and the tiles of an agency's app lead. */
export const places = {
  planning: { href: '/planning', icon: MapIcon, word: 'navPlanning' },
  rating: { href: '/dossiers?rate', icon: Star, word: 'navRating' },
  dossiers: { href: '/dossiers', icon: FolderOpen, word: 'navDossiers' },
  track: { href: '/track', icon: Search, word: 'navTrack' },
  clock: { href: '/clock', icon: Clock, word: 'navClock' },
  notices: { href: '/notices', icon: Megaphone, word: 'navNotices' },
  alerts: { href: '/alerts', icon: CarFront, word: 'navAlerts' },
  verify: { href: '/verify', icon: ShieldCheck, word: 'navVerify' },
} as const satisfies Record<AppView['menu'][number], Place>;

export const placeOf = (tile: Tile): Pick<Place, 'href' | 'icon'> => (tile.to === 'service' ? { href: `/services/${tile.service}`, icon: tile.icon === 'camera' ? Camera : FileText } : places[tile.to]);
