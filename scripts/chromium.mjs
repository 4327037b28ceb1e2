// The browser for the end-to-end tests: found, or installed from Debian's packages when this is root.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// The shell without a window is the same browser without the parts nobody sees, at three quarters of the processor time: the one to prefer.
const [shell, whole] = ['chromium-headless-shell', 'chromium'];
const places = [process.env.CHROMIUM_PATH, `/usr/bin/${shell}`, `/usr/bin/${whole}`, '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
export const findChromium = () => places.find((place) => place && existsSync(place));

/** Installs Chromium with apt when missing and possible; the tests themselves say so when it is not there. */
export function ensureChromium() {
  if (findChromium() || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return findChromium();
  console.log('Installing Chromium for the browser tests …');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  // Not every Debian has the shell.
  for (const name of [shell, whole]) {
    if (findChromium()) break;
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  return findChromium();
}
