package org.crease.app.doctor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a check found.
 *
 * @param name what was looked at
 * @param state how it is
 * @param found what is there, in words
 * @param advice what to do; empty where nothing is to be done
 * @param facts the same for programs
 */
record Result(String name, State state, String found, String advice, Map<String, Object> facts) {

    /** How a thing is. */
    enum State {
        /** There, and as it should be. */
        OK,
        /** Not there, and not needed. */
        MISSING,
        /** Crease will fail or be wrong because of it. */
        PROBLEM
    }

    static Result ok(String name, String found) {
        return new Result(name, State.OK, found, "", Map.of());
    }

    static Result missing(String name, String found, String advice) {
        return new Result(name, State.MISSING, found, advice, Map.of());
    }

    static Result problem(String name, String found, String advice) {
        return new Result(name, State.PROBLEM, found, advice, Map.of());
    }

    Result advising(String words) {
        return new Result(name, state, found, words, facts);
    }

    Result with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(key, value);
        return new Result(name, state, found, advice, more);
    }
}
