import { contacts } from '@wix/crm';
import { items } from '@wix/data';
import { files } from '@wix/media';
import { reviews } from '@wix/reviews';
import { AppStrategy, createClient } from '@wix/sdk';
import { catalogVersioning, products, productsV3 } from '@wix/stores';
import type { InstanceId } from '../../core/ids';
import { bulkPatchRows } from './bulk-patch-rows';
import { notifyOwner, reportAutomationEvent } from './owner-requests';
import { readSecret } from './secrets';

/** Exactly the functions we call: a whole module would bring every other one of it into the worker. */
const modules = {
  bulkCreateReview: reviews.bulkCreateReview,
  countReviews: reviews.countReviews,
  deleteReview: reviews.deleteReview,
  getReview: reviews.getReview,
  queryReviews: reviews.queryReviews,
  removeReply: reviews.removeReply,
  setReply: reviews.setReply,
  updateModerationStatus: reviews.updateModerationStatus,
  updateReview: reviews.updateReview,
  bulkDeleteFiles: files.bulkDeleteFiles,
  bulkImportFile: files.bulkImportFile,
  getFileDescriptors: files.getFileDescriptors,
  searchFiles: files.searchFiles,
  createContact: contacts.createContact,
  queryContacts: contacts.queryContacts,
  getCatalogVersion: catalogVersioning.getCatalogVersion,
  getProductV1: products.getProduct,
  getProductV3: productsV3.getProduct,
  queryProductsV1: products.queryProducts,
  queryProductsV3: productsV3.queryProducts,
  bulkInsertRows: items.bulkInsert,
  bulkPatchRows,
  bulkRemoveRows: items.bulkRemove,
  bulkSaveRows: items.bulkSave,
  countRows: items.count,
  getRow: items.get,
  insertRow: items.insert,
  patchRow: items.patch,
  queryRows: items.query,
  notifyOwner,
  reportAutomationEvent,
};

/**
 * Speaks to Wix as this app on one site, with all the permissions the merchant granted. So the instance id must come
 * from a verified source: a signed event, a checked token, an address we signed.
 *
 * The first call also exchanges the app's secret for a token. That is the platform's overhead: no `CallBudget` counts
 * it, which is why a budget starts below the platform's limit. A client lives for one invocation.
 */
export function createSiteClient(instanceId: InstanceId) {
  const auth = AppStrategy({ appId: readSecret('WIX_CLIENT_ID'), appSecret: readSecret('WIX_CLIENT_SECRET'), instanceId });
  return createClient({ auth: exchangingOnce(auth), modules });
}

/** Calls that start at the same moment would each exchange a token of their own; these wait for the one. */
function exchangingOnce(strategy: AppStrategy): AppStrategy {
  let headers: ReturnType<AppStrategy['getAuthHeaders']> | null = null;
  return { ...strategy, getAuthHeaders: (host) => (headers ??= strategy.getAuthHeaders(host)) };
}

export type SiteClient = ReturnType<typeof createSiteClient>;
