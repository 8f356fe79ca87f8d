import type { FilePort, WixFile } from '../../src/backend/sync/file-port';
import type { Io } from '../io';

/** The site's Media Manager as it truly is. Files stay pending until somebody says otherwise. */
export class Files {
  readonly all = new Map<string, WixFile>();
  /** Addresses in the order they were asked for. */
  readonly asked: string[] = [];
  /** Endings that Wix refuses at once. */
  refuses = 'never';

  finish(state: 'ready' | 'failed' = 'ready'): void {
    for (const file of this.all.values()) if (file.state === 'pending') this.all.set(file.id, { ...file, state, link: state === 'ready' ? `wix:image://v1/${file.id}/a.jpg#originWidth=20&originHeight=10` : null });
  }

  port(io: Io): FilePort {
    const call = <T>(name: string, effect: () => T): Promise<T> => io.call('wix', name, effect);
    return {
      importFiles: (imports) => call('importFiles', () => imports.map(({ url, displayName }) => this.#add(url, displayName))),
      filesById: (ids) => call('filesById', () => ids.flatMap((id) => this.all.get(id) ?? [])),
      searchFiles: (text) => call('searchFiles', () => [...this.all.values()].filter(({ displayName }) => displayName.includes(text))),
      deleteFiles: (ids) => call('deleteFiles', () => ids.forEach((id) => this.all.delete(id))),
    };
  }

  #add(url: string, displayName: string): WixFile | null {
    this.asked.push(url);
    if (url.endsWith(this.refuses)) return null;
    const file: WixFile = { id: `file${String(this.asked.length)}`, displayName, state: 'pending', link: null };
    this.all.set(file.id, file);
    return file;
  }
}
