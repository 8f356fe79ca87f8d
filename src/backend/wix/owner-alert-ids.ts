/**
 * Given to the app once, in its dashboard: the notification template of the topic "Reviews that need an answer" (with the
 * values `stars`, `where`, `what` and `item`), and the trigger an owner can build an automation on.
 */
export const NOTIFICATION_TEMPLATE_ID = '6f0c3f5e-5f0a-4d84-9d0b-9f7f2f6f4c11';
export const AUTOMATION_TRIGGER_KEY = 'review_relay-review_needs_answer';
