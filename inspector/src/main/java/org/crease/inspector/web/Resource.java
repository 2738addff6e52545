package org.crease.inspector.web;

/** Something the page can ask for. Answers are computed anew at each request and may be asked for by many threads. */
@FunctionalInterface
public interface Resource {

    /**
     * The answer.
     *
     * @throws RefusedException when there is none for this query
     */
    Reply answer(Query query);
}
