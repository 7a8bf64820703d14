package whence.media;

import java.nio.charset.Charset;

/** File names that some machines cannot have. */
public final class TestNames {
  private TestNames() {}

  /** The name, or the same without accents where the system's file names cannot hold them. */
  public static String accented(String name) {
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    return charset.newEncoder().canEncode(name) ? name : name.replaceAll("[^ -~]", "_");
  }
}
