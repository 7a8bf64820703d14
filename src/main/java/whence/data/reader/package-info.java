/**
 * Readers of the field's data sets. This room knows their files; what it gives is the same for all.
 *
 * <p>Clips: {@link whence.data.reader.PreparedFolder} has the frames and sounds that {@code whence
 * prepare} wrote, {@link whence.data.reader.Manifest} says where each came from.
 *
 * <p>Truth: {@link whence.data.reader.TruthFormat} opens annotations as a {@link
 * whence.data.reader.TruthSet}, which gives a {@link whence.data.reader.ClipTruth} for each id and
 * says what was odd in the files.
 */
@NullMarked
package whence.data.reader;

import org.jspecify.annotations.NullMarked;
