import { useEffect, useState } from 'react';

/** A value once it has stood for a moment: what somebody types is asked for when they pause, not at each letter. */
export function useLater<Value>(value: Value, delayMs = 300): Value {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return later;
}
