package whence.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A Qt resource archive ({@code .rcc}) in memory.
 *
 * <p>Layout, all numbers big-endian: {@code "qres"}, version (1 to 3), offset of the tree, of the
 * data and of the names. A tree node is 14 bytes (22 from version 2): offset of its name, flags (1
 * zlib, 2 folder, 4 Zstandard), then for a folder the number of children and the index of the
 * first, for a file its territory, language and the offset of its data. A name is its length in
 * UTF-16 units, a 28-bit hash, and the units. Data are a length and that many bytes; if
 * zlib-compressed, the bytes begin with the length before compression.
 *
 * <p>Every offset, count, hash and length is checked, and each node may be reached only once, so
 * that a damaged or malicious file ends in a {@link MediaException} and not in a loop. Source: the
 * Qt Company, "The Qt Resource System" and the behaviour of its {@code rcc} tool (format 1 to 3).
 */
final class RccArchive {
  private static final int MAGIC = 0x71726573; // "qres"
  private static final int HEADER_BYTES = 20;
  private static final int ZLIB = 1;
  private static final int FOLDER = 2;
  private static final int ZSTD = 4;
  private static final int MAX_DEPTH = 64;

  /** No zlib stream unfolds further than this, so a larger claim is a lie. */
  private static final long ZLIB_MAX_RATIO = 1032;

  private record Folder(String path, int depth, int firstChild, int children) {}

  private record Data(long offset, int flags) {}

  private final String file;
  private final ByteBuffer bytes;
  private final ArchiveLimits limits;
  private final int nodeBytes;
  private final long tree;
  private final long data;
  private final long names;
  private final Map<String, Data> files = new LinkedHashMap<>();

  private RccArchive(String file, byte[] content, ArchiveLimits limits) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(content);
    this.limits = limits;
    if (content.length < HEADER_BYTES || bytes.getInt(0) != MAGIC) {
      throw damaged(0, "no \"qres\" header", "a Qt resource archive");
    }
    int version = bytes.getInt(4);
    if (version < 1 || version > 3) {
      throw damaged(4, "format version " + version, "version 1, 2 or 3");
    }
    nodeBytes = version == 1 ? 14 : 22;
    tree = unsigned(8);
    data = unsigned(12);
    names = unsigned(16);
  }

  /**
   * Reads the tree of an archive.
   *
   * @param file the name for messages
   * @param content the whole archive; kept, not copied
   * @throws MediaException if the tree or a name is damaged
   */
  static RccArchive parse(String file, byte[] content, ArchiveLimits limits) {
    RccArchive archive = new RccArchive(file, content, limits);
    archive.walk();
    return archive;
  }

  /** The paths of all files, each beginning with a slash. */
  Set<String> paths() {
    return files.keySet();
  }

  /** Whether there is a file of this path (with its leading slash). */
  boolean contains(String path) {
    return files.containsKey(path);
  }

  /**
   * The bytes of one file.
   *
   * @throws MediaException if there is none, or its data are damaged
   */
  byte[] read(String path) {
    Data entry = files.get(path);
    if (entry == null) {
      throw damaged(0, "no file " + path, "one of " + files.size() + " paths");
    }
    long start = entry.offset() + 4;
    long length = unsigned(entry.offset());
    need(start, length, path);
    if (length > limits.entryBytes()) {
      throw damaged(start, length + " bytes of " + path, limits.entryBytes() + " bytes at most");
    }
    if ((entry.flags() & ZSTD) != 0) {
      throw damaged(start, path + " compressed with Zstandard", "plain or zlib data");
    }
    byte[] stored = Arrays.copyOfRange(bytes.array(), (int) start, (int) (start + length));
    return (entry.flags() & ZLIB) == 0 ? stored : inflate(path, start, stored);
  }

  private void walk() {
    BitSet seen = new BitSet();
    Deque<Folder> open = new ArrayDeque<>();
    open.add(new Folder("", 0, 0, 1));
    while (!open.isEmpty()) {
      Folder folder = open.remove();
      for (long node = folder.firstChild();
          node < (long) folder.firstChild() + folder.children();
          node++) {
        long at = tree + node * nodeBytes;
        need(at, nodeBytes, "tree node " + node);
        if (node >= limits.entries() || seen.get((int) node)) {
          throw damaged(
              at,
              "tree node " + node + " reached twice or beyond the limit",
              "a tree of at most " + limits.entries() + " nodes");
        }
        seen.set((int) node);
        visit(at, folder, open);
      }
    }
  }

  private void visit(long at, Folder parent, Deque<Folder> open) {
    int flags = bytes.getShort((int) at + 4);
    boolean root = parent.depth() == 0;
    String path = root ? "" : parent.path() + "/" + name(unsigned(at));
    if ((flags & FOLDER) == 0) {
      files.putIfAbsent(path, new Data(data + unsigned(at + 10), flags));
      return;
    }
    long children = unsigned(at + 6);
    long first = unsigned(at + 10);
    if (children > limits.entries() || first > limits.entries() || parent.depth() >= MAX_DEPTH) {
      throw damaged(
          at,
          children + " children from node " + first + " at depth " + parent.depth(),
          "at most " + limits.entries() + " nodes and " + MAX_DEPTH + " levels");
    }
    open.add(new Folder(path, parent.depth() + 1, (int) first, (int) children));
  }

  private String name(long offset) {
    long at = names + offset;
    need(at, 6, "a name");
    int length = Short.toUnsignedInt(bytes.getShort((int) at));
    need(at + 6, 2L * length, "a name");
    String name = new String(bytes.array(), (int) at + 6, 2 * length, StandardCharsets.UTF_16BE);
    if (hash(name) != unsigned(at + 2)) {
      throw damaged(at, "hash " + unsigned(at + 2) + " for the name " + name, "hash " + hash(name));
    }
    return ArchiveNames.requireSafe(file, name);
  }

  /** The hash Qt sorts names by: 28 bits, four shifted in for each UTF-16 unit. */
  private static long hash(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash << 4) + name.charAt(i);
      hash ^= (hash & 0xf0000000) >>> 23;
      hash &= 0x0fffffff;
    }
    return hash;
  }

  private byte[] inflate(String path, long at, byte[] stored) {
    long length = stored.length < 4 ? -1 : unsigned(at);
    if (length < 0 || length > limits.entryBytes() || length > ZLIB_MAX_RATIO * stored.length) {
      throw damaged(
          at,
          path + " of " + stored.length + " bytes claiming " + length,
          "at most " + limits.entryBytes() + " bytes, and " + ZLIB_MAX_RATIO + " to 1");
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(stored, 4, stored.length - 4);
      byte[] plain = new byte[(int) length];
      int got = 0;
      for (int step = -1; step != 0 && got < plain.length; got += step) {
        step = inflater.inflate(plain, got, plain.length - got);
      }
      if (got < plain.length || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
        throw damaged(at, path + " with a zlib stream of another length", length + " bytes");
      }
      return plain;
    } catch (DataFormatException e) {
      throw damaged(at, path + ": " + e.getMessage(), "zlib data");
    } finally {
      inflater.end();
    }
  }

  private long unsigned(long at) {
    need(at, 4, "a number");
    return Integer.toUnsignedLong(bytes.getInt((int) at));
  }

  private void need(long at, long length, String what) {
    if (at < 0 || at + length > bytes.capacity()) {
      throw damaged(
          at,
          what + " of " + length + " bytes beyond the end",
          "at most " + bytes.capacity() + " bytes");
    }
  }

  private MediaException damaged(long at, String got, String expected) {
    return new MediaException(
        "Cannot read " + file + " at byte " + at,
        got,
        expected,
        "the archive is damaged or malicious; get it again from where you trust it");
  }
}
