package whence.experiment;

/** Hears each part of a benchmark when it has been measured. */
@FunctionalInterface
public interface BenchmarkListener {

  /** A part is done. */
  void measured(Measurement part);
}
