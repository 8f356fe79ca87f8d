import { sessionOpener } from '../runtime/session-opener';
import { receiveFile } from '../sync/receive-file';
import { fileReady } from './file-event';
import { throwingKnown } from './known-error';

/** Throwing asks Wix to send the event again. */
export async function onFileReady(raw: unknown): Promise<void> {
  const event = fileReady(raw);
  if (event === null) return;
  await throwingKnown(() => receiveFile(event, sessionOpener()));
}
