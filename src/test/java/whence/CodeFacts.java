package whence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import whence.data.scene.Interval;

/** What documents are compared with: sources as text, classes by reflection. */
final class CodeFacts {
  static final Path SOURCES = Path.of("src/main/java");

  /** The full name of a type of ours. */
  static final String TYPE = "whence(?:\\.[a-z]+)*\\.[A-Z]\\w*";

  private CodeFacts() {}

  static Class<?> type(String name) {
    try {
      return Class.forName(name, false, CodeFacts.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no class " + name, e);
    }
  }

  static Set<String> members(Class<?> type) {
    Set<String> names = new TreeSet<>();
    Function<Member[], List<String>> all = m -> Arrays.stream(m).map(Member::getName).toList();
    names.addAll(all.apply(type.getDeclaredMethods()));
    names.addAll(all.apply(type.getDeclaredFields()));
    return names;
  }

  /** What an expression such as {@code whence.a.B.defaults().c()} gives. */
  static Object value(String expression) throws ReflectiveOperationException {
    var parts = Pattern.compile("(" + TYPE + ")\\.(.*)").matcher(expression);
    assertThat(parts.matches()).as(expression).isTrue();
    Class<?> type = type(parts.group(1));
    Object value = null;
    for (String call : parts.group(2).split("\\.")) {
      value = type.getMethod(call.replace("()", "")).invoke(value);
      type = value.getClass();
    }
    return value;
  }

  static boolean says(String text, Object value) {
    if (value instanceof Interval interval) {
      String[] ends = text.split(" to ");
      return says(ends[0], interval.low()) && says(ends[1], interval.high());
    }
    return value instanceof Number number
        ? Double.parseDouble(text) == number.doubleValue()
        : text.equals(String.valueOf(value));
  }

  static Set<String> packages() {
    Set<String> names = new TreeSet<>(names(SOURCES.resolve("whence")));
    names.removeIf(name -> name.endsWith(".java"));
    return names;
  }

  static Set<String> imported(String name) {
    Set<String> used = new TreeSet<>();
    for (Path file : files(SOURCES.resolve("whence").resolve(name), ".java")) {
      used.addAll(Documents.find(file, "(?m)^import (?:static )?whence\\.([a-z]+)\\."));
    }
    used.remove(name);
    return used;
  }

  /** Names of the commands of the command line. */
  static Set<String> commands() {
    Set<String> names = new TreeSet<>();
    for (Path file : files(SOURCES.resolve("whence/cli"), ".java")) {
      names.addAll(Documents.find(file, "\\bname = \"([a-z]+)\""));
    }
    return names;
  }

  /** The sources of everything that takes options. */
  static String commandTexts() {
    StringBuilder texts = new StringBuilder(Documents.text(Path.of("environment/run")));
    files(SOURCES.resolve("whence/cli"), ".java").forEach(f -> texts.append(Documents.text(f)));
    return texts.toString();
  }

  static String path(String packageName) {
    return packageName.replace('.', '/');
  }

  static List<String> names(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
