import { addressOf } from './api.ts';

const restMilliseconds = 800;
const pollMilliseconds = 30_000;

/**
 * Calls `onChange` soon after the server says that something moved which the reader may see; ten moves cost one call.
 * What moves while nobody listens is not told later: so it is called when the stream opens, for the page was fetched
 * before that, and every half minute while the stream is broken (a proxy may not let it through).
 * The answer ends it.
 */
export const listen = (onChange: () => void): (() => void) => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      onChange();
    }, restMilliseconds);
  };
  const stream = new EventSource(addressOf('GET /api/events', {}));
  for (const event of ['open', 'dossier', 'worklist']) stream.addEventListener(event, soon);
  const poll = setInterval(() => {
    if (stream.readyState !== EventSource.OPEN && document.visibilityState === 'visible') soon();
  }, pollMilliseconds);
  return () => {
    stream.close();
    clearInterval(poll);
    clearTimeout(waiting);
  };
};
