package org.crease.inspector.server;

import java.time.Duration;

/**
 * What one who asks may take.
 *
 * @param idle how long a connection may say nothing
 * @param body how long a body may take in all
 * @param connections most at once
 */
record Limits(Duration idle, Duration body, int connections) {
    static final Limits STANDARD = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(20), 512);

    static final int HEADERS = 16 << 10;
    static final int BODY = 64 << 10;
}
