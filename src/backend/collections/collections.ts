import type { TableName } from '../sync/tables';
import { alerts } from './alerts';
import { attention } from './attention';
import { authors } from './authors';
import type { Collection } from './collection';
import { conflicts } from './conflicts';
import { connections } from './connections';
import { hints } from './hints';
import { links } from './links';
import { origins } from './origins';
import { pictures } from './pictures';
import { previewAuthors, previewLinks, previewRuns } from './previews';
import { products } from './products';
import { runs } from './runs';

/** One collection for each table, under the table's name. */
export const COLLECTIONS: Readonly<Record<TableName, Collection>> = { previewLinks, previewAuthors, previewRuns, connections, products, authors, links, conflicts, pictures, hints, runs, attention, alerts, origins };
