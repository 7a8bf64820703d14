package whence.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the reference values; where they come from stands in each file's "provenance". */
final class Golden {
  private Golden() {}

  static JsonNode expected(String file) throws IOException {
    return new ObjectMapper().readTree(bytes(file)).get("expected");
  }

  /** The samples of a 16-bit mono WAV with a 44-byte header, divided by 32768. */
  static float[] wav(String name) throws IOException {
    byte[] bytes = bytes("wav/" + name);
    ByteBuffer pcm = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(44);
    float[] samples = new float[(bytes.length - 44) / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = pcm.getShort() / 32768f;
    }
    return samples;
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + file)) {
      if (in == null) {
        throw new IOException("no golden file " + file);
      }
      return in.readAllBytes();
    }
  }
}
