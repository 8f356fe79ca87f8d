/** The page's own id, by which the dashboard names it. The extension has to spell it out for Wix's build. */
export const SETUP_PAGE_ID = 'f70e4d10-054b-46b9-8b9b-3ff9991950f6';
