package whence.media;

/**
 * One frame of a video.
 *
 * @param picture the frame, upright, without alpha
 * @param timeSeconds presentation time from the start of the stream, in seconds
 */
public record VideoFrame(Picture picture, double timeSeconds) {}
