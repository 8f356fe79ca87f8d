/** A file of the site's Media Manager, as far as a review needs it. */
export interface WixFile {
  readonly id: string;
  readonly displayName: string;
  /** `pending` until Wix has fetched it: a review must not show it before. */
  readonly state: 'pending' | 'ready' | 'failed';
  /** The `wix:image://` link that a review holds; `null` unless `ready`. */
  readonly link: string | null;
}

export interface FileImport {
  /** At this app, which fetches it from the store when Wix asks for it. */
  readonly url: string;
  /** What the file is found by when the answer to its import was lost. */
  readonly displayName: string;
}

/** The site's Media Manager. One call each, throwing `SyncError` only. */
export interface FilePort {
  /** At most 10. In the order asked; `null` for one that Wix refused. Not idempotent: asked twice, there are two files. */
  importFiles(imports: readonly FileImport[]): Promise<readonly (WixFile | null)[]>;
  /** At most 100 ids; those Wix does not know are left out. */
  filesById(ids: readonly string[]): Promise<readonly WixFile[]>;
  /** Up to 100 files with `text` in their names. */
  searchFiles(text: string): Promise<readonly WixFile[]>;
  /** For good, not to the bin. Files already gone count as done. */
  deleteFiles(ids: readonly string[]): Promise<void>;
}
