/**
 * Value in, picture or table out: pseudo-label strips, curves, the table of scores.
 *
 * <p>One palette ({@link whence.figure.Palette}), one size rule ({@link whence.figure.FigureSize}),
 * one way to disk ({@link whence.figure.FigureFile}). Equal values give equal bytes on one machine
 * (another one may have other fonts). Nothing here needs a screen.
 */
@NullMarked
package whence.figure;

import org.jspecify.annotations.NullMarked;
