import type { JSX } from 'react';
import { Box, Button, FormField, InputArea, SectionHelper, Text, TextButton } from '@wix/design-system';
import { useState } from 'react';
import type { ApiError } from '../../../backend/endpoints/api-types';
import type { InboxDetail } from '../../../backend/endpoints/inbox/inbox-types';
import type { ReplyInput } from '../../api/inbox-client';
import { fillTemplate, templatesFor } from '../../format/inbox/reply-templates';
import { replyWarnings, warningSentence } from '../../format/inbox/reply-warnings';
import { useDraft } from '../../hooks/inbox/use-draft';
import { ProblemNotice } from '../problem-notice';

interface Props {
  readonly detail: InboxDetail;
  readonly refusal: ApiError | null;
  readonly onReply: (input: ReplyInput) => void;
}

/** What Wix keeps of a reply. */
const MOST = 1000;

/** Below what was typed, which is never lost; where both do not fit, what was typed stays alone. */
function withTemplate(draft: string, template: string): string {
  const both = draft.trim() === '' ? template : `${draft.trimEnd()}\n\n${template}`;
  return both.length > MOST ? draft : both;
}

/** The public answer: drafted, checked, shown as it will be, and never set over somebody else's unasked. */
export function ReplyBox({ detail, refusal, onReply }: Props): JSX.Element {
  const { item, productName, replyInStore } = detail;
  const [draft, setDraft] = useDraft(item.id);
  const [preview, setPreview] = useState(false);
  const present = item.text?.reply ?? null;
  if (item.wixReviewId === null) {
    return <SectionHelper fullWidth skin="standard"><Text size="small">This review is only in your store, so it cannot be answered from here. Answer it there, then resolve it here.</Text></SectionHelper>;
  }
  // Whoever sends saw `present`; one that comes in between is refused, shown, and then seen.
  const send = (): void => onReply({ id: item.id, message: draft, seen: present, overwrite: false, revision: item.revision });
  const warnings = replyWarnings(draft);
  return (
    <Box direction="vertical" gap="SP2">
      <div role="status" aria-live="polite" aria-label="Reply so far">
        {present === null ? null : (
          <SectionHelper fullWidth skin="warning" title="There is a reply already"><Text size="small" overflowWrap="anywhere"><span dir="auto">{present}</span></Text></SectionHelper>
        )}
      </div>
      {refusal === null ? null : <ProblemNotice problem={refusal} />}
      <FormField label="Reply in public" id="reply-text">
        <span title="Write a reply (r)"><InputArea id="reply-text" rows={5} maxLength={MOST} value={draft} onChange={(event) => setDraft(event.currentTarget.value)} placeholder="Write to the customer…" /></span>
      </FormField>
      <Text size="tiny" secondary>{MOST - draft.length} characters left</Text>
      <Box gap="SP2" flexWrap="wrap">
        {templatesFor(item.rating).map((template) => (
          <TextButton key={template.name} size="small" onClick={() => setDraft(withTemplate(draft, fillTemplate(template, { name: item.text?.author ?? '', product: productName, stars: item.rating })))}>{template.name}</TextButton>
        ))}
      </Box>
      <div aria-live="polite">
        <Box direction="vertical">{warnings.map((warning) => <Text key={warning} size="small" skin="error">{warningSentence(warning)}</Text>)}</Box>
      </div>
      {preview ? (
        <div role="group" aria-label="Preview">
          <SectionHelper fullWidth skin="standard" title="On your Wix site"><Text size="small" overflowWrap="anywhere"><span dir="auto" style={{ whiteSpace: 'pre-wrap' }}>{draft}</span></Text></SectionHelper>
          <Text size="tiny" secondary>{replyInStore === true ? 'It appears in your store as well.' : replyInStore === false ? 'Stays on Wix: no application password was given in Setup.' : 'This review is on your Wix site only.'}</Text>
        </div>
      ) : null}
      <Box gap="SP2" flexWrap="wrap">
        <Button size="small" disabled={draft.trim() === ''} onClick={send}>{present === null ? 'Send reply' : 'Replace the reply'}</Button>
        <Button size="small" priority="secondary" disabled={draft.trim() === ''} aria-pressed={preview} onClick={() => setPreview(!preview)}>Preview</Button>
      </Box>
    </Box>
  );
}
