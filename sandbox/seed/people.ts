import { hashedGuid } from './hashed';

/** Invented. Several scripts, accents and an emoji, because real shoppers have them. */
const FIRST = [
  'Ann', 'José', 'Zoë', 'נועה', 'Łucja', 'Mia 🌸', 'Oluwaseun', 'Søren', 'Chloé', '美咲', 'Ivan', 'Fatima', 'Grace', 'Ángel', 'Priya', 'Noah',
  'Юлия', 'Beth', 'Tomás', 'Hanna', 'Omar', 'Siobhán', 'Kai', 'دانا', 'Elena', 'Jürgen', 'Lily', 'Mateo', 'Nadia', 'Owen', 'Pilar', 'Quinn',
  'Rosa', 'Said', 'Tess', 'Uma', 'Vera', 'Wei', 'Ximena', 'Yara',
] as const;
const LAST = [
  'Adams', 'Bergström', 'Cohen', "D'Angelo", 'Eriksen', 'Fuentes', 'Grünwald', 'Haddad', 'Ito', 'Jovanović', 'Kowalska', 'Lévesque', 'Müller', 'Nowak', "O'Neill",
  'Peña', 'Quiroga', 'Rossi', 'Şahin', 'Takahashi', 'Usman', 'van der Berg', 'Weiss', 'Xu', 'Yılmaz', 'Zamora', 'לוי', 'Smith-Jones', 'Park', 'Okafor',
] as const;

export interface Person {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly name: string;
  readonly email: string;
}

/** Person number `index`, always the same one; no two share a full name or an address below 1,200. */
export function person(index: number): Person {
  const first = FIRST[index % FIRST.length] ?? 'Ann';
  const last = LAST[(index + Math.floor(index / FIRST.length) * 7) % LAST.length] ?? 'Adams';
  const email = `${plain(first, 'shopper')}.${plain(last, 'family')}.${index + 1}@example.com`;
  return { id: hashedGuid(`contact ${index}`), first, last, name: `${first} ${last}`, email };
}

function plain(name: string, otherwise: string): string {
  const letters = name.normalize('NFD').toLowerCase().replaceAll(/[^a-z]/gu, '');
  return letters === '' ? otherwise : letters;
}
