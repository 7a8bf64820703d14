package whence.cli;

/** A command of whose work something is kept when it is interrupted. */
interface Resumable {

  /** What is kept and what a second call does, one or two lines. */
  String kept();
}
