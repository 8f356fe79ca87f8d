const RESOURCES = ['coupon', 'customer', 'order', 'product'];
const EVENTS = ['created', 'updated', 'deleted', 'restored'];
/** Custom hooks WooCommerce refuses although their names fit. */
const BLOCKED = [
  'action.woocommerce_login_credentials',
  'action.woocommerce_product_csv_importer_check_import_file_path',
  'action.woocommerce_webhook_should_deliver',
];

/** There is no review topic: neither comment hooks nor `review.*` are accepted. */
export function isValidTopic(topic: string): boolean {
  const [resource = '', event = ''] = topic.split('.');
  if (resource === 'action') return /^action\.(woocommerce_|wc_)\w+$/.test(topic) && !BLOCKED.includes(topic);
  return topic.split('.').length === 2 && RESOURCES.includes(resource) && EVENTS.includes(event);
}

/** WordPress hooks that make a topic fire. */
export function hooksOf(topic: string): readonly string[] {
  const [resource = '', event = ''] = topic.split('.');
  if (resource === 'action') return [event];
  switch (topic) {
    case 'product.created':
      return ['woocommerce_process_product_meta', 'woocommerce_new_product', 'woocommerce_new_product_variation'];
    case 'product.updated':
      return ['woocommerce_process_product_meta', 'woocommerce_update_product', 'woocommerce_update_product_variation'];
    case 'product.deleted':
      return ['wp_trash_post'];
    case 'product.restored':
      return ['untrashed_post'];
    default:
      return [];
  }
}
