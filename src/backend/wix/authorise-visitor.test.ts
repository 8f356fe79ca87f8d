import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authoriseVisitor } from './authorise-visitor';
import { publishSecrets } from './secrets';

const getTokenInfo = vi.hoisted(() => vi.fn());
vi.mock('@wix/essentials', () => ({ auth: { getTokenInfo } }));

const request = new Request('https://app.example/api/site/reviews', { headers: { authorization: 'token' } });
const VISITOR = { active: true, subjectType: 'VISITOR', subjectId: 'v-1', clientId: 'app-id', instanceId: 'site-a' };

describe('authoriseVisitor', () => {
  beforeEach(() => {
    publishSecrets(() => 'app-id');
    getTokenInfo.mockReset();
  });

  it.each(['VISITOR', 'MEMBER', 'USER'])('shows a %s the site of the token', async (subjectType) => {
    getTokenInfo.mockResolvedValue({ ...VISITOR, subjectType });
    expect(await authoriseVisitor(request)).toEqual({ instanceId: 'site-a', visitor: 'v-1' });
  });

  it.each([
    [{ ...VISITOR, active: false }, 'TOKEN_INVALID'],
    [{ ...VISITOR, subjectType: 'APP' }, 'NOT_ALLOWED'],
    [{ ...VISITOR, clientId: 'another-app' }, 'NOT_ALLOWED'],
    [{ ...VISITOR, instanceId: undefined }, 'NOT_ALLOWED'],
    [{ ...VISITOR, instanceId: '' }, 'NOT_ALLOWED'],
  ])('turns %o away with %s', async (info, code) => {
    getTokenInfo.mockResolvedValue(info);
    await expect(authoriseVisitor(request)).rejects.toMatchObject({ code });
  });

  it('turns a caller without a token away without asking Wix: the platform would speak for a site of its own choice', async () => {
    await expect(authoriseVisitor(new Request(request.url))).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    expect(getTokenInfo).not.toHaveBeenCalled();
  });
});
