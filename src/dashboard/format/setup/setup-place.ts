export const SETUP_STEPS = ['connect', 'products', 'people', 'fields', 'preview', 'run'] as const;

export type SetupStep = (typeof SETUP_STEPS)[number];

export const STEP_TITLES: Readonly<Record<SetupStep, string>> = {
  connect: 'Connect', products: 'Match products', people: 'Match people', fields: 'Match fields', preview: 'Preview', run: 'Run',
};

/** Where the page is. All of it is in the address, so that a reload or a shared link shows the same. */
export interface SetupPlace {
  /** `null`: wherever the setup stands. */
  readonly step: SetupStep | null;
  /** What the step's list shows; each step has its own. */
  readonly view: string | null;
  readonly text: string | null;
}

export function readPlace(search: string): SetupPlace {
  const params = new URLSearchParams(search);
  const step = params.get('step');
  return { step: SETUP_STEPS.find((one) => one === step) ?? null, view: params.get('view'), text: params.get('q') };
}

/** Begins with `?`; what is as always is left out. */
export function writePlace({ step, view, text }: SetupPlace): string {
  const params = new URLSearchParams();
  for (const [name, value] of [['step', step], ['view', view], ['q', text]] as const) if (value !== null && value !== '') params.set(name, value);
  return `?${params.toString()}`;
}
