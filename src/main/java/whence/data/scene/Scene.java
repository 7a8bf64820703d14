package whence.data.scene;

import whence.data.Annotation;
import whence.data.Clip;

/**
 * A composed scene.
 *
 * @param clip what training may see
 * @param annotation what it may not see
 * @param origin what it was made of
 */
public record Scene(Clip clip, Annotation annotation, SceneOrigin origin) {}
