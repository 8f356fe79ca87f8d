import { widget } from '@wix/editor';
import { useCallback, useEffect, useState } from 'react';
import type { Field } from './field';

type Values = Readonly<Record<string, string>>;

export type PanelState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly values: Values; readonly isUnsaved: boolean };

/** The settings of the one element that the panel was opened for. A change shows on the page at once. */
export function useSettings(fields: readonly Field[]): { readonly state: PanelState; readonly change: (name: string, value: string) => void } {
  const [state, setState] = useState<PanelState>({ kind: 'loading' });
  useEffect(() => {
    let isGone = false;
    const show = (next: PanelState): void => {
      if (!isGone) setState(next);
    };
    readAll(fields).then((values) => { show({ kind: 'ready', values, isUnsaved: false }); }, () => { show({ kind: 'failed' }); });
    return () => { isGone = true; };
  }, [fields]);
  const change = useCallback((name: string, value: string) => {
    const set = (isUnsaved: boolean): void => setState((now) => (now.kind === 'ready' ? { ...now, isUnsaved } : now));
    setState((now) => (now.kind === 'ready' ? { ...now, values: { ...now.values, [name]: value } } : now));
    widget.setProp(name, value).then(() => { set(false); }, () => { set(true); });
  }, []);
  return { state, change };
}

async function readAll(fields: readonly Field[]): Promise<Values> {
  const entries = await Promise.all(fields.map(async ({ name, otherwise }) => [name, ((await widget.getProp(name)) as string | null | undefined) ?? otherwise] as const));
  return Object.fromEntries(entries);
}
