import { describe, expect, it } from 'vitest';
import { fileReady } from './file-event';

const [link, picture] = ['a1'.repeat(20), 'b2'.repeat(20)];
const event = (displayName: unknown) => ({ data: { file: { _id: 'f1', displayName } }, metadata: { instanceId: 'site' } });

describe('a file that is ready', () => {
  it('says which pair it belongs to', () => {
    expect(fileReady(event(`${link} ${picture}.jpg`))).toEqual({ instanceId: 'site', linkId: link });
  });

  it.each([event('holiday.jpg'), event(undefined), event(null), { metadata: { instanceId: 'site' } }])('that is not ours is left alone: %j', (raw) => {
    expect(fileReady(raw)).toBeNull();
  });

  it.each([[{}, 'metadata'], [{ metadata: { instanceId: '' } }, 'metadata.instanceId'], [event(5), 'data.file.displayName']])('of another shape is refused with its field: %j', (raw, field) => {
    expect(() => fileReady(raw)).toThrowError(expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringContaining(field) as string }) as Error);
  });
});
