import type { JSX } from 'react';
import './choice.css';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly words: Readonly<Record<Value, string>>;
  readonly disabled?: boolean;
  readonly onChange: (value: Value) => void;
}

/** One choice of a few. The browser's own list: it is known to every keyboard and screen reader. */
export function Choice<Value extends string>({ label, value, words, disabled = false, onChange }: Props<Value>): JSX.Element {
  const options = Object.keys(words) as Value[];
  return (
    <select className="rr-select" aria-label={label} value={value} disabled={disabled} onChange={(event) => onChange(options.find((option) => option === event.currentTarget.value) ?? value)}>
      {options.map((option) => <option key={option} value={option}>{words[option]}</option>)}
    </select>
  );
}
