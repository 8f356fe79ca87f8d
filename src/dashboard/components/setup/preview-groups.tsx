import type { JSX } from 'react';
import { Heading } from '@wix/design-system';
import type { PreviewAnswer, PreviewGroup } from '../../../backend/endpoints/setup/setup-types';
import { formatCount } from '../../format/format-count';
import { groupWords, SECTIONS, shownGroups } from '../../format/setup/preview-words';
import { PreviewRows } from './preview-rows';

interface Props {
  readonly numbers: NonNullable<PreviewAnswer['groups']>;
  readonly madeAtMs: number;
  /** The group whose reviews are shown. */
  readonly open: string | null;
  readonly onOpen: (group: PreviewGroup | null) => void;
}

/** The numbers, each of which opens the reviews behind it. */
export function PreviewGroups({ numbers, madeAtMs, open, onOpen }: Props): JSX.Element {
  return (
    <div>
      {SECTIONS.map((section) => (
        <section key={section.title} aria-label={section.title} className="rr-section">
          <Heading size="tiny" as="h3">{section.title}</Heading>
          <ul className="rr-setup-plain" style={{ gap: 0 }}>
            {shownGroups(section, numbers).map((group) => <Group key={group} group={group} n={numbers[group]} open={open === group} madeAtMs={madeAtMs} onToggle={() => onOpen(open === group ? null : group)} />)}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: PreviewGroup;
  readonly n: number;
  readonly open: boolean;
  readonly madeAtMs: number;
  readonly onToggle: () => void;
}

function Group({ group, n, open, madeAtMs, onToggle }: GroupProps): JSX.Element {
  const { name, means } = groupWords(group);
  return (
    <li className="rr-group">
      <button type="button" className="rr-group-button" aria-expanded={n === 0 ? undefined : open} aria-disabled={n === 0 || undefined} onClick={() => (n === 0 ? undefined : onToggle())}>
        <span className="rr-figure">{formatCount(n)}</span>
        <span><strong>{name}</strong><br />{means}</span>
        <span aria-hidden="true">{n === 0 ? '' : open ? '−' : '+'}</span>
      </button>
      {open && n > 0 ? <PreviewRows group={group} madeAtMs={madeAtMs} label={name} /> : null}
    </li>
  );
}
