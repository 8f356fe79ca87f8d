/** The page's own id, by which the dashboard names it. The extension has to spell it out for Wix's build. */
export const INBOX_PAGE_ID = '9d3f4f0a-6a0f-4a27-b5d6-2a7d1d2c8f35';
