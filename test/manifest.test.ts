import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import ids from '../extension-ids.json';

const text = readFileSync(new URL('../dist/_wix/app-manifest.json', import.meta.url), 'utf8');
const shape = z.object({
  components: z.array(
    z.object({
      compId: z.uuid(),
      compType: z.string(),
      compName: z.string().optional(),
      compData: z.object({
        webhook: z.object({ webhookSlug: z.string(), callbackUrl: z.string() }).optional(),
        backOfficePage: z.object({ title: z.string(), routePath: z.string() }).optional(),
        dataComponent: z
          .object({ collections: z.array(z.object({ idSuffix: z.string(), dataPermissions: z.record(z.string(), z.string()), fields: z.array(z.looseObject({ key: z.string(), type: z.string() })) })) })
          .optional(),
      }),
    }),
  ),
});
const { components } = shape.parse(JSON.parse(text));

const REVIEW_EVENTS = ['review_created', 'review_updated', 'review_deleted', 'review_moderation_status_changed', 'review_review_published'];

describe('the manifest Wix reads', () => {
  it('holds exactly the frozen ids: a changed one would be another extension to every site', () => {
    expect(components.map(({ compId }) => compId).sort()).toEqual(Object.values(ids).sort());
    expect(new Set(Object.values(ids)).size).toBe(Object.values(ids).length);
  });

  it('keeps names within the 30 characters Wix shows', () => {
    for (const { compName } of components) expect((compName ?? '').length).toBeLessThanOrEqual(30);
  });

  it('listens to every review event, once, to contacts that merge or go, to files that are there, and to installs', () => {
    const slugs = components.flatMap(({ compData }) => compData.webhook?.webhookSlug ?? []);
    const expected = [...REVIEW_EVENTS.map((name) => `wix.reviews.v1.${name}`), 'wix.contacts.v4.contact_merged', 'wix.contacts.v4.contact_deleted', 'wix.media.site_media.v1.file_descriptor_file_ready', 'APP_PROVISIONED_WEBHOOK', 'APP_REMOVED_WEBHOOK'];
    expect(slugs.sort()).toEqual(expected.sort());
  });

  it('reaches nothing but the places Wix fills in', () => {
    const filledIn = text.replace(/http:\/\/_wix_(server|statics)_url_placeholder_/g, '');
    expect(filledIn).not.toMatch(/http:|localhost|127\.0\.0\.1/);
  });

  it('shows its dashboard page', () => {
    expect(components.flatMap(({ compData }) => compData.backOfficePage?.routePath ?? [])).toContain('sync');
  });

  it('lets nobody but the app at its collections', () => {
    const collections = components.flatMap(({ compData }) => compData.dataComponent?.collections ?? []);
    expect(collections.map(({ idSuffix }) => idSuffix).sort()).toEqual(['alerts', 'attention', 'authors', 'conflicts', 'connections', 'hints', 'links', 'origins', 'pictures', 'previewAuthors', 'previewLinks', 'previewRuns', 'products', 'runs']);
    for (const { dataPermissions, fields } of collections) {
      expect(dataPermissions).toEqual({ itemInsert: 'PRIVILEGED', itemRead: 'PRIVILEGED', itemRemove: 'PRIVILEGED', itemUpdate: 'PRIVILEGED' });
      for (const field of fields) if (field.type === 'OBJECT') expect(field['objectOptions']).toEqual({ fields: [] });
    }
  });
});
