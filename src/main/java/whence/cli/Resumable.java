package whence.cli;

/** A command of whose work something is kept when it is interrupted. */
interface Resumable {

  /** Of commands that train. */
  String CHECKPOINTS =
      "Everything up to the last checkpoint is kept:\ncall the same command again to go on.";

  /** What is kept and what a second call does, one or two lines. */
  String kept();
}
