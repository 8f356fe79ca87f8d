import * as real from '../../src/backend/sync/claim';

export const claim: typeof real.claim = async (session, link, set) => {
  const owned = await real.claim(session, { ...link, leaseUntilMs: 0 }, set);
  return owned ?? session.rows.get('links', link._id);
};
