import { z } from 'zod';
import { applicationError, invalidField } from './api-error';
import { createContact, updateContact } from './contact-writer';
import { select } from './cursor-page';
import { checkQuery, type FilterRules } from './filter-rules';
import { BACK_OFFICE, param, toJson, type Call, type Route } from './route';
import { compareKeys, sortKey, sortSchema, type Sort } from './sort';
import { parseInput } from './validate';
import type { World } from './world';
import type { Contact } from './contact';

const PATH = '/contacts/v4/contacts';
const MAX_PAGE = 1_000;
const TEXT = ['$eq', '$ne', '$in', '$exists', '$startsWith'] as const;
const DATES = ['$eq', '$ne', '$lt', '$lte', '$gt', '$gte'] as const;

const RULES: FilterRules = {
  operators: {
    id: ['$eq', '$ne', '$in'],
    'primaryInfo.email': TEXT,
    'info.emails.email': TEXT,
    'info.name.first': TEXT,
    'info.name.last': TEXT,
    createdDate: DATES,
    updatedDate: DATES,
  },
  sortable: ['createdDate', 'updatedDate', 'primaryInfo.email', 'info.name.first', 'info.name.last'],
};

const querySchema = z.object({
  query: z
    .object({
      filter: z.record(z.string(), z.unknown()).optional(),
      sort: sortSchema.max(1).default([]),
      paging: z.object({ limit: z.number().int().min(1).max(MAX_PAGE).nullish(), offset: z.number().int().min(0).nullish() }).optional(),
    })
    .default({ sort: [] }),
});
const infoSchema = z.object({
  name: z.object({ first: z.string().nullish(), last: z.string().nullish() }).nullish(),
  emails: z.object({ items: z.array(z.object({ email: z.string().nullish(), tag: z.string().optional(), primary: z.boolean().nullish() })).optional() }).nullish(),
});
const createSchema = z.object({ info: infoSchema, allowDuplicates: z.boolean().default(false) });
const updateSchema = z.object({ info: infoSchema.default({}), revision: z.number().int(), allowDuplicates: z.boolean().optional() });

export function contactRoutes(world: World): readonly Route[] {
  const read = { access: 'read', subjects: BACK_OFFICE } as const;
  const write = { access: 'write', subjects: BACK_OFFICE } as const;
  return [
    { ...read, method: 'POST', path: `${PATH}/query`, handle: query },
    { ...read, method: 'GET', path: PATH, handle: list },
    { ...read, method: 'GET', path: `${PATH}/:id`, handle: (call) => ({ contact: toJson(require(call)) }) },
    {
      ...write, method: 'POST', path: PATH,
      handle(call) {
        const { info, allowDuplicates } = parseInput(createSchema, call.input);
        return { contact: toJson(createContact(world, call.data, info, allowDuplicates)) };
      },
    },
    {
      ...write, method: 'PATCH', path: `${PATH}/:id`,
      handle(call) {
        const { info, revision } = parseInput(updateSchema, call.input);
        const contact = require(call);
        if (revision !== contact.revision) throw applicationError(409, 'CONTACT_REVISION_MISMATCH', `The current revision is ${contact.revision}`);
        return { contact: toJson(updateContact(world, call.data, contact, info)) };
      },
    },
  ];
}

function require(call: Call): Contact {
  const contact = call.data.contacts.get(param(call, 'id'));
  if (contact === undefined) throw applicationError(404, 'CONTACT_NOT_FOUND', 'Contact not found');
  return contact;
}

function query(call: Call): ReturnType<Route['handle']> {
  const { query: sent } = parseInput(querySchema, call.input);
  checkQuery(sent.filter, sent.sort, RULES);
  return page(call, sent.filter, sent.sort, sent.paging?.limit ?? 50, sent.paging?.offset ?? 0);
}

function list(call: Call): ReturnType<Route['handle']> {
  const sent = parseInput(z.looseObject({ 'paging.limit': z.coerce.number().default(50), 'paging.offset': z.coerce.number().default(0) }), call.input);
  if (sent['paging.limit'] > MAX_PAGE) throw invalidField('paging.limit', `must be at most ${MAX_PAGE}`, 'MAX');
  return page(call, undefined, [], sent['paging.limit'], sent['paging.offset']);
}

function page(call: Call, filter: unknown, sort: Sort, limit: number, offset: number): ReturnType<Route['handle']> {
  const by: Sort = sort.length > 0 ? sort : [{ fieldName: 'createdDate', order: 'DESC' }];
  const found = select(call.data.contacts.all().map(searchable), filter);
  found.sort((left, right) => compareKeys(sortKey(left, by), sortKey(right, by), by));
  const contacts = found.slice(offset, offset + limit).map(({ contact }) => toJson(contact));
  return { contacts, pagingMetadata: { count: contacts.length, offset, total: found.length, tooManyToCount: false } };
}

/** `info.emails.email` is a name of the query language only: it stands for every address of the contact. */
function searchable(contact: Contact): Contact & { readonly contact: Contact; readonly 'info.emails.email': readonly string[] } {
  return { ...contact, contact, 'info.emails.email': contact.info.emails.items.map(({ email }) => email) };
}
