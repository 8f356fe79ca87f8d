import { describe, expect, it } from 'vitest';
import { contactDeleted, contactsMerged } from './contact-event';

const metadata = { instanceId: 'site-a', entityId: 'contact-1', slug: 'merged' };

describe('a contact event', () => {
  it('of a merge names the contact that is left and those that went into it', () => {
    const event = { data: { targetContactId: 'contact-1', sourceContactIds: ['contact-2', 'contact-3'], targetContact: { _id: 'contact-1' } }, metadata };
    expect(contactsMerged(event)).toEqual({ instanceId: 'site-a', target: 'contact-1', sources: ['contact-2', 'contact-3'] });
  });

  it('of a deletion names the contact, and needs no more', () => {
    expect(contactDeleted({ metadata })).toEqual({ instanceId: 'site-a', contactId: 'contact-1' });
  });

  it.each([
    ['metadata.instanceId', () => contactDeleted({ metadata: { entityId: 'contact-1' } })],
    ['metadata.entityId', () => contactDeleted({ metadata: { instanceId: 'site-a' } })],
    ['data.targetContactId', () => contactsMerged({ data: { sourceContactIds: [] }, metadata })],
    ['data.sourceContactIds', () => contactsMerged({ data: { targetContactId: 'contact-1' }, metadata })],
  ])('without %s is refused, and says so', (field, read) => {
    expect(read).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', details: expect.objectContaining({ field }) }));
  });
});
