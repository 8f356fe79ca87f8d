/** What an owner types to connect the demo store. */
export const DEMO_STORE_KEYS = { url: 'https://demo-store.example', key: 'ck_demo_store_review_relay', secret: 'cs_demo_store_review_relay' };
