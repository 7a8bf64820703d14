package whence.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import whence.experiment.Check;
import whence.experiment.MachineChecks;

/** Looks whether everything a run needs is there. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Tell what is there of all that a run needs, as far as Java sees it.",
    footer = {
      "",
      "A line that is not ok says the cure. Downloads nothing. Exit code 1 if something needed fails."
    })
final class CheckCommand implements Callable<Integer> {
  private final Surroundings around;
  @Mixin private SourceOptions where = new SourceOptions();

  @Option(names = "--json", description = "the checks as JSON")
  private boolean json;

  CheckCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    List<Check> checks = MachineChecks.of(around.machine(), where.asNamed());
    boolean passed = MachineChecks.passed(checks);
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("passed", passed);
      all.put("checks", checks);
      around.out().println(JsonText.of(all));
    } else {
      checks.forEach(check -> around.out().println(check.text()));
    }
    return passed ? 0 : Failures.REFUSED;
  }
}
