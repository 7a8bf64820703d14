package whence.evaluate;

import whence.data.Annotation;
import whence.heatmap.HeatMap;

/**
 * One clip's truth with the map to judge.
 *
 * @param annotation what is known about the clip's frame
 * @param map [H, W] in frame pixels, finite
 */
public record ClipMap(Annotation annotation, HeatMap map) {}
