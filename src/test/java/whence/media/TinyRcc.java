package whence.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Writes the parts of a Qt resource archive, so that tests can bend each of them. */
final class TinyRcc {
  static final int FOLDER = 2;
  static final int ZLIB = 1;

  private final int version;
  private final ByteArrayOutputStream tree = new ByteArrayOutputStream();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final ByteArrayOutputStream names = new ByteArrayOutputStream();

  TinyRcc(int version) {
    this.version = version;
    names.writeBytes(new byte[6]); // the root's empty name
  }

  /** root -> folder "a" -> file "owl.ogg" with this data chunk. */
  static byte[] oneFile(int version, int flags, byte[] chunk) {
    TinyRcc rcc = new TinyRcc(version);
    rcc.node(0, FOLDER, 1, 1);
    rcc.node(rcc.name("a"), FOLDER, 1, 2);
    rcc.node(rcc.name("owl.ogg"), flags, 0, rcc.data(chunk));
    return rcc.bytes();
  }

  /** Adds a node; first and second are children and first child, or locale and data offset. */
  TinyRcc node(int nameOffset, int flags, int first, int second) {
    ByteBuffer node = ByteBuffer.allocate(version == 1 ? 14 : 22);
    node.putInt(nameOffset).putShort((short) flags).putInt(first).putInt(second);
    tree.writeBytes(node.array());
    return this;
  }

  int name(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash << 4) + name.charAt(i);
      hash ^= (hash & 0xf0000000) >>> 23;
      hash &= 0x0fffffff;
    }
    return name(name, hash);
  }

  int name(String name, int hash) {
    int offset = names.size();
    byte[] units = name.getBytes(StandardCharsets.UTF_16BE);
    names.writeBytes(
        ByteBuffer.allocate(6 + units.length)
            .putShort((short) name.length())
            .putInt(hash)
            .put(units)
            .array());
    return offset;
  }

  int data(byte[] chunk) {
    int offset = data.size();
    data.writeBytes(ByteBuffer.allocate(4 + chunk.length).putInt(chunk.length).put(chunk).array());
    return offset;
  }

  /** A zlib chunk that claims this length before compression. */
  static byte[] deflated(byte[] plain, int claimed) {
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    byte[] buffer = new byte[plain.length + 100];
    int length = deflater.deflate(buffer);
    deflater.end();
    return ByteBuffer.allocate(4 + length).putInt(claimed).put(buffer, 0, length).array();
  }

  byte[] bytes() {
    int header = version == 3 ? 24 : 20;
    ByteBuffer all =
        ByteBuffer.allocate(header + tree.size() + data.size() + names.size())
            .put("qres".getBytes(StandardCharsets.US_ASCII))
            .putInt(version)
            .putInt(header)
            .putInt(header + tree.size())
            .putInt(header + tree.size() + data.size());
    all.position(header);
    return all.put(tree.toByteArray()).put(data.toByteArray()).put(names.toByteArray()).array();
  }
}
