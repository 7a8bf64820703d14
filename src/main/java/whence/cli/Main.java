package whence.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import whence.experiment.Machinery;

/** The command {@code whence}. */
@Command(
    name = "whence",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Finds where in a picture a sound comes from, and learns to without labels.",
    footer = {
      "",
      "Downloads and caches lie in WHENCE_HOME (default ~/.cache/whence).",
      "OMP_NUM_THREADS says how many threads compute; more than cores are far slower.",
      "Exit codes: 0 done, 1 refused or a failed check, 2 wrong usage, 70 a bug, 130 interrupted."
    },
    subcommands = {
      ScenesCommand.class,
      FeaturesCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      PrepareCommand.class,
      ExportCommand.class,
      LocalizeCommand.class,
      MapsCommand.class,
      MosaicsCommand.class,
      ScoreClassesCommand.class,
      ScoreCommand.class,
      CheckCommand.class,
      BenchmarkCommand.class,
      HelpCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  Main() {}

  /** Runs one command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    Interruption interruption = Interruption.ofThisThread();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption, "interruption"));
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(new Surroundings(out, err, Machinery.here(), interruption), arguments);
    out.flush();
    interruption.finished();
    System.exit(code);
  }

  /** Runs one command. */
  static int run(Surroundings around, String... arguments) {
    CommandLine line = new CommandLine(new Main(), new Commands(around));
    line.setOut(around.out()).setErr(around.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failures(around));
    return line.execute(arguments);
  }

  /** Without a command: the help, as wrong usage. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing: one of the commands");
  }
}
