/** Asks the local Wix for a token of the person who is signed in to the dashboard. */
export async function readToken(instanceId: string): Promise<string> {
  const response = await fetch(`/__sandbox/user-token?instanceId=${encodeURIComponent(instanceId)}`, { method: 'POST' });
  if (!response.ok) throw new Error(`The local Wix gave no token: ${String(response.status)}`);
  return response.text();
}
