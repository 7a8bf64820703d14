package whence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.engine.HalfFloats;
import whence.engine.Weights;
import whence.media.Picture;

class FeatureCacheTest {
  private static final int COUNT = 18; // two batches of 8 and a rest

  @TempDir Path folder;
  private Weights weights;
  private Trunk trunk;
  private Path file;
  private final List<String> heard = new ArrayList<>();
  private final FeatureListener listener =
      new FeatureListener() {
        @Override
        public void progress(int done, int total) {
          heard.add(done + "/" + total);
        }

        @Override
        public void stale(String message) {
          heard.add(message);
        }
      };

  @BeforeEach
  void build() {
    weights = TestWeights.formula(1);
    trunk = Trunk.of(weights, TrunkSettings.defaults().withLastBlock(1));
    file = folder.resolve("new/features");
  }

  @AfterEach
  void close() {
    trunk.close();
    weights.close();
  }

  @Test
  void keepsWhatTheTrunkSaysAndComputesItOnce() throws Exception {
    try (FeatureCache cache = FeatureCache.open(file, pictures("a"), trunk, listener)) {
      assertThat(cache.size()).isEqualTo(COUNT);
      assertThat(cache.rowLength()).isEqualTo(56 * 56 * 24);
      float[] wanted = TrunkTest.features(trunk, List.of(picture(17)));
      float[] found = new float[cache.rowLength() + 1];
      cache.read(17, found, 1);
      for (int i = 0; i < wanted.length; i++) {
        float half = HalfFloats.toFloat(HalfFloats.toHalf(wanted[i]));
        assertThat(found[i + 1]).isCloseTo(half, within(2e-3f * Math.max(1, Math.abs(half))));
      }
      assertThatThrownBy(() -> cache.read(COUNT, found, 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(heard).containsExactly("0/18", "8/18", "16/18", "18/18");
    heard.clear();
    IntFunction<Picture> none =
        i -> {
          throw new AssertionError("asked for picture " + i);
        };
    FeatureCache.open(file, new PictureSet("a", COUNT, none), trunk, listener).close();
    assertThat(heard).isEmpty();
  }

  @Test
  void noticesFeaturesOfOtherPictures() throws Exception {
    FeatureCache.open(file, pictures("a"), trunk, listener).close();
    heard.clear();
    FeatureCache.open(file, pictures("b"), trunk, listener).close();
    assertThat(heard.get(0)).contains("pictures a by", "pictures b by", "computed again");
    assertThat(heard).hasSize(5);
  }

  @Test
  void goesOnWhereItWasStoppedAndGivesTheSameBytes() throws Exception {
    FeatureCache.open(file, pictures("a"), trunk, listener).close();
    byte[] undisturbed = Files.readAllBytes(file);
    Files.delete(file);
    IntFunction<Picture> interrupting =
        i -> {
          if (i == 7) {
            Thread.currentThread().interrupt();
          }
          return picture(i);
        };
    assertThatThrownBy(
            () ->
                FeatureCache.open(file, new PictureSet("a", COUNT, interrupting), trunk, listener))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("stopped after 8 of 18 pictures");
    assertThat(file).doesNotExist();
    Path part = folder.resolve("new/features.part");
    byte[] torn = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(torn, torn.length + 77)); // killed within a row
    heard.clear();
    FeatureCache.open(file, pictures("a"), trunk, listener).close();
    assertThat(heard).containsExactly("8/18", "16/18", "18/18");
    assertThat(Files.readAllBytes(file)).isEqualTo(undisturbed);
    assertThat(part).doesNotExist();
  }

  @Test
  void theSecondOfTwoWaitsForTheFirstAndComputesNothing() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    IntFunction<Picture> slow =
        i -> {
          begun.countDown();
          assertThat(soon(waiting)).as("the second one waits").isTrue();
          return picture(i);
        };
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(() -> fill(new PictureSet("a", COUNT, slow), listener));
    assertThat(soon(begun)).isTrue();
    IntFunction<Picture> none =
        i -> {
          throw new AssertionError("computed twice");
        };
    FeatureListener second =
        new FeatureListener() {
          @Override
          public void waiting(Path features) {
            assertThat(features).isEqualTo(file);
            waiting.countDown();
          }
        };
    fill(new PictureSet("a", COUNT, none), second);
    first.get(10, TimeUnit.SECONDS);
    assertThat(heard).containsExactly("0/18", "8/18", "16/18", "18/18");
  }

  private static boolean soon(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fill(PictureSet pictures, FeatureListener told) {
    try {
      FeatureCache.open(file, pictures, trunk, told).close();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesADamagedCacheAnEmptySetAndAnUnwritableFolder() throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, new byte[100]);
    assertThatThrownBy(() -> FeatureCache.open(file, pictures("a"), trunk, listener))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read weights " + file);
    PictureSet none = PictureSet.of(List.of());
    assertThatThrownBy(() -> FeatureCache.open(file, none, trunk, listener))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no pictures");
    Path inAFile = file.resolve("below");
    assertThatThrownBy(() -> FeatureCache.open(inAFile, pictures("a"), trunk, listener))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot keep features in")
        .hasMessageContaining("the next call goes on where this one stopped");
  }

  @Test
  void aPictureSetsDigestFollowsItsPixels() {
    String one = PictureSet.of(List.of(picture(1), picture(2))).sha256();
    assertThat(PictureSet.of(List.of(picture(1), picture(2))).sha256()).isEqualTo(one);
    assertThat(PictureSet.of(List.of(picture(2), picture(1))).sha256()).isNotEqualTo(one);
  }

  private static PictureSet pictures(String digest) {
    return new PictureSet(digest, COUNT, FeatureCacheTest::picture);
  }

  private static Picture picture(int index) {
    return TrunkTest.square(40 + 8 * index, 112, 10 + index);
  }
}
