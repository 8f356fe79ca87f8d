import type { Meter } from './meter';

/** The same port, with every call and the size of what it carries both ways counted. */
export function metered<Port extends object>(port: Port, far: 'wix' | 'store' | 'rows', meter: Meter): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]): Promise<unknown> => {
        const answer: unknown = await Reflect.apply(member, target, args);
        meter.count(far, sizeOf(args) + sizeOf(answer));
        return answer;
      };
    },
  });
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value instanceof Map ? [...value] : (value ?? null)).length;
}
