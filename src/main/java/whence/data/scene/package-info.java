/**
 * Scenes with a known answer: real cut-outs on photographs, one of them sounding.
 *
 * <p>A {@link whence.data.scene.MediaLibrary} holds cut-outs, recordings and backgrounds; a {@link
 * whence.data.scene.LibrarySplit} keeps some of them out of training; a {@link
 * whence.data.scene.SceneComposer} draws scene {@code k} of a split from one seed; a {@link
 * whence.data.scene.SceneFolder} is a set of scenes on disk.
 */
@NullMarked
package whence.data.scene;

import org.jspecify.annotations.NullMarked;
