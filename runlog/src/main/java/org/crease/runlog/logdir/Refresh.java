package org.crease.runlog.logdir;

/**
 * What reading on gave.
 *
 * @param events new ones
 * @param rewound whether points that were there before are gone: a resumed run went back, or a file was replaced, cut or deleted
 * @param complete false when the given number of bytes was read and there are more
 */
public record Refresh(long events, boolean rewound, boolean complete) {}
