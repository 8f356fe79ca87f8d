import { person, type Person } from './people';

export interface Crowd {
  /** The next person of the crowd who has not written about this product. */
  writerFor(product: string): Person;
}

/** A fixed set of people taking turns, none of them writing twice about one product. */
export function crowd(from: number, size: number): Crowd {
  const people = Array.from({ length: size }, (_, index) => person(from + index));
  const written = new Set<string>();
  let turn = 0;
  return {
    writerFor(product) {
      for (let tries = 0; tries < size; tries += 1) {
        const candidate = people[turn % size];
        turn += 1;
        if (candidate === undefined || written.has(`${candidate.id} ${product}`)) continue;
        written.add(`${candidate.id} ${product}`);
        return candidate;
      }
      throw new RangeError(`Expected fewer than ${size} reviews of product ${product} by this crowd`);
    },
  };
}
