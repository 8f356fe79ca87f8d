import { expect, it } from 'vitest';
import { MUG, openTestStore, OWNER, OWNER_BASIC } from './test-store';

const CUSTOMER = { user: 'cy', password: 'cust cust cust cust cust cust', userId: 7, moderates: false };
const basic = ({ user, password }: { readonly user: string; readonly password: string }) => `Basic ${btoa(`${user}:${password}`)}`;

function open() {
  const { store, ...rest } = openTestStore({ appPasswords: [OWNER, CUSTOMER] });
  store.seed([MUG], []);
  const written = ['Fits well', 'Came apart'].map((text) => store.storefront.submitReview({ productId: MUG.id, name: `By ${text}`, email: `${text.length}@example.test`, rating: 2, text }));
  const [first, second] = written.map((outcome) => (outcome.kind === 'published' ? outcome.row : expect.fail('Expected a review')));
  if (first === undefined || second === undefined) throw new Error('Expected two reviews');
  const call = async (method: string, path: string, body?: unknown, authorization: string | null = OWNER_BASIC, scheme = 'https') => {
    const headers = { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) };
    const response = await store.fetch(new Request(`${scheme}://127.0.0.1:8099/wp-json/wp/v2/${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }));
    const json: unknown = await response.json();
    return { status: response.status, json };
  };
  return { ...rest, store, first, second, call };
}

it('lists the answers to several reviews in one call, and only those of the authors asked for', async () => {
  const { call, first, second, store } = open();
  store.storefront.reply(first.id, 'Thank you');
  store.storefront.reply(second.id, 'Sorry');
  const both = await call('GET', `comments?parent=${first.id},${second.id}&author=1&context=edit&per_page=100&order=asc`);
  expect(both.json).toMatchObject([{ parent: first.id, content: { raw: 'Thank you' }, author: 1 }, { parent: second.id, content: { raw: 'Sorry' } }]);
  expect((await call('GET', `comments?parent=${first.id}&author=7&context=edit`)).json).toEqual([]);
});

it('refuses the same answer twice, and takes it again once the first is in the trash', async () => {
  const { call, first } = open();
  const answer = { post: MUG.id, parent: first.id, content: 'Thank you' };
  const { json } = await call('POST', 'comments', answer);
  expect(await call('POST', 'comments', answer)).toMatchObject({ status: 409, json: { code: 'comment_duplicate' } });
  const { id } = json as { readonly id: number };
  await call('DELETE', `comments/${id}`);
  expect(await call('POST', 'comments', answer)).toMatchObject({ status: 201 });
});

it('tells a user who they are and what they may', async () => {
  const { call } = open();
  expect(await call('GET', 'users/me?context=edit')).toMatchObject({ status: 200, json: { id: 1, capabilities: { moderate_comments: true } } });
  const customer = await call('GET', 'users/me?context=edit', undefined, basic(CUSTOMER));
  expect(customer).toMatchObject({ status: 200, json: { id: 7 } });
  expect(customer.json).not.toHaveProperty('capabilities.moderate_comments');
});

it.each([
  ['a wrong password', basic({ ...OWNER, password: 'no' }), 'https', 'incorrect_password'],
  ['an unknown user', basic({ user: 'nobody', password: 'no' }), 'https', 'invalid_username'],
  ['plain http', OWNER_BASIC, 'http', 'rest_not_logged_in'],
  ['no password', null, 'https', 'rest_not_logged_in'],
])('answers 401 to %s', async (_name, authorization, scheme, code) => {
  expect(await open().call('GET', 'users/me', undefined, authorization, scheme)).toMatchObject({ status: 401, json: { code } });
});

it('knows nobody while application passwords are switched off', async () => {
  const { call, store } = open();
  store.faults.appPasswordsOff = true;
  expect(await call('GET', 'users/me')).toMatchObject({ status: 401, json: { code: 'rest_not_logged_in' } });
});

it('lets a customer neither read what only staff sees nor change an answer', async () => {
  const { call, first, store } = open();
  const { id } = store.storefront.reply(first.id, 'Thank you');
  const as = basic(CUSTOMER);
  expect(await call('GET', 'comments?context=edit', undefined, as)).toMatchObject({ status: 403, json: { code: 'rest_forbidden_context' } });
  expect(await call('PUT', `comments/${id}`, { content: 'Mine' }, as)).toMatchObject({ status: 403, json: { code: 'rest_cannot_edit' } });
  expect(await call('DELETE', `comments/${id}`, undefined, as)).toMatchObject({ status: 403, json: { code: 'rest_cannot_delete' } });
});

it('names the users who may moderate, to those who may list users', async () => {
  const { call } = open();
  expect((await call('GET', 'users?capabilities=moderate_comments&_fields=id')).json).toEqual([{ id: 1 }]);
  expect(await call('GET', 'users?capabilities=moderate_comments', undefined, basic(CUSTOMER))).toMatchObject({ status: 403 });
});
