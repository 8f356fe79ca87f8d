/** Besides 443, which a URL leaves out. Free choice of port would make this app a port scanner. */
const EXTRA_PORTS: readonly string[] = ['8443'];

/** Whether a public host may be asked at this port, which comes from a `URL`. */
export function isPublicPort(port: string): boolean {
  return port === '' || EXTRA_PORTS.includes(port);
}
