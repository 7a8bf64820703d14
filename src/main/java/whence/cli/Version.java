package whence.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the library and of the Java it runs on. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String own =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
            .orElse("(not packed)");
    return new String[] {"whence " + own, "Java " + Runtime.version()};
  }
}
