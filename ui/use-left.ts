import { useEffect, useMemo, useState } from 'react';
import { leftAfter, runsOn, type Left } from './left-after.ts';

const minute = 60_000;

/** What the server said of a clock, minute by minute on from when it came: asking anew would keep a session alive of which nobody is there. */
export const useLeft = ({ verdict, left }: Left): Left => {
  const amount = left?.amount;
  // oxlint-disable-next-line react/exhaustive-deps -- it came anew when it says something else
  const came = useMemo(() => performance.now(), [verdict, amount]);
  const [now, setNow] = useState(came);
  const runs = runsOn({ verdict, left });
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setNow(performance.now()), minute / 4);
    return () => clearInterval(timer);
  }, [runs]);
  return leftAfter({ verdict, left }, Math.max(0, Math.floor((now - came) / minute)));
};
