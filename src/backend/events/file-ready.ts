import { files } from '@wix/media';
import { onFileReady } from './on-file-ready';

/** Its types say that registering gives nothing back; it gives what Wix's builder looks for, as it does for reviews. */
const on: (handler: (event: unknown) => Promise<void>) => unknown = files.onFileDescriptorFileReady;

export default on(onFileReady);
