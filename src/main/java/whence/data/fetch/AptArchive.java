package whence.data.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/**
 * Asks {@code apt-get} where a Debian package is. Needs no root: where the machine has no package
 * lists, a private copy of them is kept in the home folder.
 *
 * <p>The pinned version is asked for first, with the machine's lists and then with fresh private
 * ones; then any version, whose members are checked one by one when they are read.
 */
final class AptArchive {
  private static final Pattern LINE =
      Pattern.compile("'([^']+)' (\\S+) (\\d+) SHA256:([0-9a-f]{64})");
  private static final String CURE =
      "on Debian and Ubuntu check the network and /etc/apt; elsewhere download the .deb files named"
          + " in environment/data.md by hand and name their folder: --media DIR";

  private final FetchTools tools;
  private final Home home;
  private boolean listsFresh;

  AptArchive(FetchTools tools, Home home) {
    this.tools = tools;
    this.home = home;
  }

  /**
   * Finds a package.
   *
   * @throws WhenceException if there is no {@code apt-get}, or it does not know the package
   */
  Located locate(PinnedPackage wanted) {
    String exact = wanted.name() + "=" + wanted.version();
    Located found = ask(exact, List.of());
    if (found == null) {
      List<String> lists = privateLists();
      found = ask(exact, lists);
      if (found == null) {
        found = ask(wanted.name(), lists);
      }
    }
    if (found == null) {
      throw new WhenceException(
          "Cannot find the package " + wanted.name(),
          tools.aptGet() + " knows no version of it that it can vouch for with SHA-256",
          wanted.fileName() + " in one of this machine's package sources",
          CURE);
    }
    return found.fileName().equals(wanted.fileName())
        ? new Located(found.uri(), wanted.fileName(), wanted.pin())
        : found;
  }

  private @Nullable Located ask(String what, List<String> options) {
    Command.Outcome outcome = command(options, List.of("download", "--print-uris", what)).attempt();
    Matcher line = LINE.matcher(outcome.output());
    if (outcome.status() != 0 || !line.find()) {
      return null;
    }
    String fileName = line.group(2).replace("%3a", ":");
    if (!fileName.matches("[A-Za-z0-9+.~_:-]+\\.deb")) {
      return null; // never a path from outside
    }
    Pin pin = new Pin(line.group(4), Long.parseLong(line.group(3)));
    return new Located(URI.create(line.group(1)), fileName, pin);
  }

  private List<String> privateLists() {
    home.folder("apt/lists/partial");
    home.folder("apt/cache/archives/partial");
    Path lists = home.path("apt/lists");
    Path cache = home.path("apt/cache");
    List<String> options =
        List.of(
            "-o", "Dir::State::Lists=" + lists,
            "-o", "Dir::Cache=" + cache,
            "-o", "APT::Sandbox::User=");
    if (!listsFresh) {
      command(options, List.of("update")).run();
      listsFresh = true;
    }
    return options;
  }

  private Command command(List<String> options, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(tools.aptGet());
    line.addAll(options);
    line.addAll(arguments);
    return new Command(line, tools.timeout(), CURE);
  }
}
