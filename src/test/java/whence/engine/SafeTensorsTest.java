package whence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import whence.AtomicFile;
import whence.WhenceException;

class SafeTensorsTest {
  @TempDir Path folder;

  @Test
  void givesBackEveryTypeShapeAndText() {
    Path file = folder.resolve("new/w.safetensors");
    INDArray matrix = Tensors.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    Map<String, INDArray> tensors =
        Map.of(
            "turned", matrix.transpose(),
            "half", matrix.castTo(DataType.FLOAT16),
            "double", Nd4j.create(new double[] {Math.PI, -0.0}, new long[] {2}, DataType.DOUBLE),
            "count", Nd4j.scalar(DataType.INT64, 1L << 40));
    SafeTensors.write(file, tensors, Map.of("say", "\"hello\"\n\u00e9"));
    try (Weights read = SafeTensors.read(file)) {
      assertThat(read.names()).containsExactly("count", "double", "half", "turned");
      assertThat(read.metadata()).isEqualTo(Map.of("say", "\"hello\"\n\u00e9"));
      assertThat(read.get("turned", 3, 2).data().asFloat()).containsExactly(1, 4, 2, 5, 3, 6);
      assertThat(read.get("half").dataType()).isEqualTo(DataType.FLOAT16);
      assertThat(read.get("half").castTo(DataType.FLOAT)).isEqualTo(matrix);
      assertThat(read.get("double").data().asDouble()).containsExactly(Math.PI, -0.0);
      assertThat(read.get("count").rank()).isZero();
      assertThat(read.get("count").getLong(0)).isEqualTo(1L << 40);
    }
  }

  @Test
  void writesTheBytesOfTheFormat() throws IOException {
    Path file = folder.resolve("w");
    SafeTensors.write(file, Map.of("a", Tensors.of(new float[] {1, -2}, 2)), Map.of());
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    String json = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    assertThat(bytes.getLong()).isEqualTo(56);
    byte[] header = new byte[56];
    bytes.get(header);
    assertThat(new String(header, StandardCharsets.UTF_8).stripTrailing()).isEqualTo(json);
    assertThat(bytes.getFloat()).isEqualTo(1);
    assertThat(bytes.getFloat()).isEqualTo(-2);
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNoOther() throws IOException {
    Path file = folder.resolve("w");
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.replace(
                    file,
                    out -> {
                      out.write(new byte[3]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot write " + file)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("what was there before is unchanged");
    assertThat(file).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":{\"dtype\":\"F8\",\"shape\":[1],\"data_offsets\":[0,8]}}|dtype \"F8\"",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,8]}}|16 bytes for F64 [2]",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,16]}}|no gap, no overlap",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F64\","
            + "\"shape\":[1],\"data_offsets\":[0,8]}}|no gap, no overlap",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]}}|8 bytes of data",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}|8 bytes of data",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[-1],\"data_offsets\":[0,8]}}|whole numbers, 0 or"
            + " more",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1.5],\"data_offsets\":[0,8]}}|whole numbers",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}|a"
            + " shape",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0]}}|1 data offsets",
        "{\"a\":{\"dtype\":\"F64\",\"data_offsets\":[0,8]}}|no shape",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},\"a\":{\"dtype\":\"F64\","
            + "\"shape\":[1],\"data_offsets\":[0,8]}}|Duplicate field 'a'",
        "[]|a JSON object",
        "{|a JSON object",
      })
  void refusesADamagedHeader(String json, String message) throws IOException {
    assertThatThrownBy(() -> SafeTensors.read(file(json.length(), json)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read")
        .hasMessageContaining(message)
        .hasMessageContaining("cure:");
  }

  @Test
  void refusesACutOffFileOrAHeaderThatIsTooLarge() throws IOException {
    Path tiny = Files.write(folder.resolve("tiny"), new byte[3]);
    assertThatThrownBy(() -> SafeTensors.read(tiny))
        .hasMessage(
            "Cannot read weights "
                + tiny
                + "\n  got:      3 bytes\n"
                + "  expected: at least 8 bytes (the header's length)\n"
                + "  cure:     the file is cut off or is no safetensors file: delete it and make or"
                + " download it again");
    assertThatThrownBy(() -> SafeTensors.read(file(100, "{}"))).hasMessageContaining("100 bytes");
    assertThatThrownBy(() -> SafeTensors.readHeader(file(-1, "{}")))
        .hasMessageContaining("a header of 18446744073709551615 bytes");
    assertThatThrownBy(() -> SafeTensors.read(folder.resolve("none")))
        .hasMessageContaining("no such file");
  }

  @Test
  void refusesTypesItCannotStore() {
    Map<String, INDArray> tensors = Map.of("x", Nd4j.zeros(DataType.BOOL, 2));
    assertThatThrownBy(() -> SafeTensors.write(folder.resolve("w"), tensors, Map.of()))
        .hasMessageContaining("Cannot store tensor x")
        .hasMessageContaining("BOOL");
  }

  @Test
  void digestChangesWithANameAShapeOrANumber() {
    String plain = digest("a", 1, 2);
    assertThat(plain).isEqualTo(digest("a", 1, 2)).hasSize(64);
    assertThat(digest("b", 1, 2)).isNotEqualTo(plain);
    assertThat(digest("a", 2, 1)).isNotEqualTo(plain);
  }

  private static String digest(String name, long rows, long columns) {
    INDArray tensor = Tensors.of(new float[] {1, 2}, rows, columns);
    try (Weights weights = new Weights(Map.of(name, tensor), Map.of(), "test")) {
      return weights.sha256();
    }
  }

  private Path file(long length, String json) throws IOException {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + 8).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    return Files.write(folder.resolve("damaged"), bytes.put(text).array());
  }
}
