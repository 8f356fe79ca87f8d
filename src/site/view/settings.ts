/** Settings are attributes: texts that may be missing, empty or nonsense. Each reader answers something usable. */
export type ReadAttribute = (name: string) => string | null;

export function textSetting(read: ReadAttribute, name: string, otherwise: string): string {
  return read(name)?.trim() ?? otherwise;
}

export function numberSetting(read: ReadAttribute, name: string, { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: number }): number {
  const value = Number(read(name)?.trim() || Number.NaN);
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : otherwise;
}

export function choiceSetting<Choice extends string>(read: ReadAttribute, name: string, choices: readonly [Choice, ...Choice[]]): Choice {
  const value = read(name)?.trim();
  return choices.find((choice) => choice === value) ?? choices[0];
}

/** On unless it says otherwise, or the other way round. */
export function switchSetting(read: ReadAttribute, name: string, otherwise: boolean): boolean {
  const value = read(name)?.trim().toLowerCase();
  if (value === undefined || value === '') return otherwise;
  return value !== 'false' && value !== 'off' && value !== '0';
}
