package whence.data;

import whence.media.Picture;
import whence.media.Waveform;

/**
 * One frame with the sound around it.
 *
 * @param id unique within its split, file-name safe
 * @param frame the picture, H x W
 * @param sound mono sound
 */
public record Clip(String id, Picture frame, Waveform sound) {}
