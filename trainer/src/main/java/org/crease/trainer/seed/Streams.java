package org.crease.trainer.seed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.SplittableRandom;
import org.crease.runlog.storage.Digests;

/**
 * The random streams of a run. Every use of randomness has its own, named stream, so that what one part draws never moves
 * what another sees. A stream's seed is a hash of the run's seed and the stream's name: adding a stream changes no other.
 *
 * @param seed the run's seed
 */
public record Streams(long seed) {

    /** Seed of the stream of this name, for example {@code data}, {@code init}, {@code shuffle/3}. */
    public long seedOf(String name) {
        MessageDigest sha = Digests.sha256();
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
        return ByteBuffer.wrap(sha.digest(name.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** A fresh generator at the start of the stream of this name. */
    public SplittableRandom random(String name) {
        return new SplittableRandom(seedOf(name));
    }
}
