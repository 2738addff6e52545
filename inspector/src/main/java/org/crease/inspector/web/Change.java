package org.crease.inspector.web;

/** Something that the page can change. Asked for by POST alone, by many threads. */
@FunctionalInterface
public interface Change {

    /**
     * Makes the change.
     *
     * @throws RefusedException when it is not made
     */
    Reply make(Body body);
}
