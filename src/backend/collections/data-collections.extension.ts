import { extensions, type DataCollection } from '@wix/astro/builders';
import { COLLECTIONS } from './collections';

/** Nobody but the app reads or writes its rows: the dashboard goes through our endpoints. */
const dataPermissions = { itemInsert: 'PRIVILEGED', itemRead: 'PRIVILEGED', itemRemove: 'PRIVILEGED', itemUpdate: 'PRIVILEGED' } as const;

const collections = Object.entries(COLLECTIONS).map(
  ([idSuffix, { displayName, fields, indexes }]): DataCollection => ({
    idSuffix,
    displayName,
    // An object field must say so that its contents are free.
    fields: fields.map((field) => ({ ...field, displayName: field.key, ...(field.type === 'OBJECT' ? { objectOptions: { fields: [] } } : {}) })),
    dataPermissions,
    indexes: indexes.map((path) => ({ fields: [{ path, order: 'ASC' }] })),
    initialData: [],
  }),
);

export default extensions.dataCollections({ id: 'd0578b6f-f824-4f6e-acda-805ce3f6d57b', name: 'Review Relay data', collections });
