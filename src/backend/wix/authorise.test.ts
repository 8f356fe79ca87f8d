import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authorise } from './authorise';
import { publishSecrets } from './secrets';

const getTokenInfo = vi.hoisted(() => vi.fn());
vi.mock('@wix/essentials', () => ({ auth: { getTokenInfo } }));

const request = new Request('https://app.example/api/sync/status', { headers: { authorization: 'token' } });
const OWNER = { active: true, subjectType: 'USER', clientId: 'app-id', instanceId: 'site-a' };

describe('authorise', () => {
  beforeEach(() => {
    publishSecrets(() => 'app-id');
    getTokenInfo.mockReset();
  });

  it('lets a Wix user of this app in to the site of the token', async () => {
    getTokenInfo.mockResolvedValue(OWNER);
    expect(await authorise(request)).toEqual({ instanceId: 'site-a' });
  });

  it.each([
    [{ ...OWNER, active: false }, 'TOKEN_INVALID'],
    [{ ...OWNER, subjectType: 'VISITOR' }, 'NOT_ALLOWED'],
    [{ ...OWNER, subjectType: 'MEMBER' }, 'NOT_ALLOWED'],
    [{ ...OWNER, subjectType: 'APP' }, 'NOT_ALLOWED'],
    [{ ...OWNER, clientId: 'another-app' }, 'NOT_ALLOWED'],
    [{ ...OWNER, instanceId: '' }, 'NOT_ALLOWED'],
  ])('turns %o away with %s', async (info, code) => {
    getTokenInfo.mockResolvedValue(info);
    await expect(authorise(request)).rejects.toMatchObject({ code });
  });

  it('turns a caller without a token away without asking Wix', async () => {
    await expect(authorise(new Request(request.url))).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    expect(getTokenInfo).not.toHaveBeenCalled();
  });

  it('turns a token away that Wix does not know', async () => {
    getTokenInfo.mockRejectedValue(new Error('Failed to get token info'));
    await expect(authorise(request)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });
});
