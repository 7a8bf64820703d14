package whence.cli;

import java.io.PrintWriter;
import whence.experiment.Machinery;

/**
 * What a command works in.
 *
 * @param out standard output: results
 * @param err standard error: refusals, and progress where the output is for a machine
 * @param machine what computes
 * @param interruption whether the user wants to stop
 */
record Surroundings(
    PrintWriter out, PrintWriter err, Machinery machine, Interruption interruption) {}
