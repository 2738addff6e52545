package org.crease.runlog.events;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.jspecify.annotations.Nullable;

/** Turns records into events; remembers each tag's plugin, which only its first event carries. */
final class EventParser {
    private final Map<String, String> plugins = new HashMap<>();

    Event event(byte[] record) {
        double time = 0;
        long step = 0;
        String version = null;
        boolean start = false;
        List<Event.Value> values = new ArrayList<>();
        Wire wire = new Wire(record);
        for (int field = wire.field(); field != 0; field = wire.field()) {
            switch (field) {
                case 1 -> time = wire.float64();
                case 2 -> step = wire.integer();
                case 3 -> version = wire.text();
                case 5 -> summary(wire.bytes(), values);
                case 7 -> start = status(wire.bytes()) == 1;
                default -> wire.skip();
            }
        }
        return new Event(time, step, version, start, List.copyOf(values));
    }

    private void summary(byte[] message, List<Event.Value> values) {
        Wire wire = new Wire(message);
        for (int field = wire.field(); field != 0; field = wire.field()) {
            if (field == 1) {
                values.add(value(wire.bytes()));
            } else {
                wire.skip();
            }
        }
    }

    private Event.Value value(byte[] message) {
        String tag = "";
        Tensor tensor = new Tensor(null, List.of());
        Wire wire = new Wire(message);
        String plugin = null;
        for (int field = wire.field(); field != 0; field = wire.field()) {
            switch (field) {
                case 1 -> tag = wire.text();
                case 2 -> tensor = new Tensor(new Array(new float[] {wire.float32()}), List.of());
                case 8 -> tensor = tensor(wire.bytes());
                case 9 -> plugin = pluginName(wire.bytes());
                default -> wire.skip();
            }
        }
        if (plugin != null) {
            plugins.putIfAbsent(tag, plugin);
        }
        return new Event.Value(tag, plugins.getOrDefault(tag, ""), tensor.numbers(), tensor.strings());
    }

    private record Tensor(@Nullable Array numbers, List<byte[]> strings) {}

    private static Tensor tensor(byte[] message) {
        int type = 0;
        long[] shape = {};
        byte[] content = {};
        List<byte[]> strings = new ArrayList<>();
        Wire wire = new Wire(message);
        for (int field = wire.field(); field != 0; field = wire.field()) {
            switch (field) {
                case 1 -> type = (int) wire.integer();
                case 2 -> shape = shape(wire.bytes());
                case 4 -> content = wire.bytes();
                case 8 -> strings.add(wire.bytes());
                default -> wire.skip();
            }
        }
        return new Tensor(type == Tensors.FLOAT ? floats(content, shape) : null, List.copyOf(strings));
    }

    private static Array floats(byte[] content, long[] shape) {
        float[] values = new float[content.length / Float.BYTES];
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        try {
            return new Array(values, shape);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MalformedMessageException("tensor: " + e.getMessage());
        }
    }

    private static long[] shape(byte[] message) {
        List<Long> extents = new ArrayList<>();
        Wire wire = new Wire(message);
        for (int field = wire.field(); field != 0; field = wire.field()) {
            if (field == 2) {
                Wire size = new Wire(wire.bytes());
                extents.add(size.field() == 1 ? size.integer() : 0);
            } else {
                wire.skip();
            }
        }
        return extents.stream().mapToLong(Long::longValue).toArray();
    }

    private static long status(byte[] message) {
        Wire wire = new Wire(message);
        return wire.field() == 1 ? wire.integer() : 0;
    }

    private static @Nullable String pluginName(byte[] metadata) {
        byte[] plugin = member(metadata, 1);
        byte[] name = plugin == null ? null : member(plugin, 1);
        return name == null ? null : new String(name, StandardCharsets.UTF_8);
    }

    /** The first member with this number, or null. */
    private static byte @Nullable [] member(byte[] message, int number) {
        Wire wire = new Wire(message);
        for (int field = wire.field(); field != 0; field = wire.field()) {
            if (field == number) {
                return wire.bytes();
            }
            wire.skip();
        }
        return null;
    }
}
