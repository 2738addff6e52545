package org.crease.gpu.driver;

/** What a kernel is given, in the type that its source has it in. */
public sealed interface Argument
        permits Argument.OfMemory, Argument.OfInt, Argument.OfLong, Argument.OfFloat, Argument.OfDouble {

    /** A pointer. */
    record OfMemory(Memory memory) implements Argument {}

    /** 32 bits. */
    record OfInt(int value) implements Argument {}

    /** 64 bits. */
    record OfLong(long value) implements Argument {}

    /** Single precision. */
    record OfFloat(float value) implements Argument {}

    /** Double precision. */
    record OfDouble(double value) implements Argument {}

    static Argument of(Memory memory) {
        return new OfMemory(memory);
    }

    static Argument of(int value) {
        return new OfInt(value);
    }

    static Argument of(long value) {
        return new OfLong(value);
    }

    static Argument of(float value) {
        return new OfFloat(value);
    }

    static Argument of(double value) {
        return new OfDouble(value);
    }
}
