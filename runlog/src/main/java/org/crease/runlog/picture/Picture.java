package org.crease.runlog.picture;

/**
 * A drawn picture.
 *
 * @param png its bytes
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(byte[] png, int width, int height) {}
