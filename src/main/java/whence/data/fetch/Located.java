package whence.data.fetch;

import java.net.URI;

/**
 * Where a package can be had.
 *
 * @param uri its address
 * @param fileName the name to keep it under
 * @param pin what the archive says it is; the project's own pin where the version is the pinned one
 */
record Located(URI uri, String fileName, Pin pin) {}
