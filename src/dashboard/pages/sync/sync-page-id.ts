/** The page's own id, by which the dashboard names it. The extension has to spell it out for Wix's build. */
export const SYNC_PAGE_ID = '71304ed1-d004-48fd-aaf7-d140ad994fd9';
