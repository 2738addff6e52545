package org.crease.homology.representative;

/** What a cycle is the boundary of, found when it is asked for: until then, hardly anything is done for it. */
@FunctionalInterface
public interface Filling {

    /**
     * The chain, of one dimension more than the cycle; the same at each call. For use by several threads.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    Chain chain() throws InterruptedException;
}
