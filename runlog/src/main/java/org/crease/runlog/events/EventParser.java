package org.crease.runlog.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.runlog.events.TensorParser.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into events; remembers each tag's plugin, which only its first event carries. Values of the forms that came
 * before plugins (a bare number, histogram, image or sound) are given the plugin that shows them today.
 */
final class EventParser {
    private final Map<String, String> plugins = new HashMap<>();

    Event event(byte[] record) {
        double time = 0;
        long step = 0;
        String version = null;
        boolean start = false;
        List<Event.Value> values = new ArrayList<>(1);
        Wire wire = new Wire(record);
        for (int field = wire.field(); field != 0; field = wire.field()) {
            switch (field) {
                case 1 -> time = wire.float64();
                case 2 -> step = wire.integer();
                case 3 -> version = wire.text();
                case 5 -> summary(wire.message(), values);
                case 7 -> start = status(wire.message()) == 1;
                default -> wire.skip();
            }
        }
        return new Event(time, step, version, start, List.copyOf(values));
    }

    private void summary(Wire wire, List<Event.Value> values) {
        for (int field = wire.field(); field != 0; field = wire.field()) {
            if (field == 1) {
                values.add(value(wire.message()));
            } else {
                wire.skip();
            }
        }
    }

    private Event.Value value(Wire wire) {
        String tag = "";
        Tensor tensor = Tensor.NONE;
        String plugin = null;
        String implied = "";
        for (int field = wire.field(); field != 0; field = wire.field()) {
            switch (field) {
                case 1 -> tag = wire.text();
                case 2 -> {
                    tensor = new Tensor(new Array(new float[] {wire.float32()}), List.of());
                    implied = "scalars";
                }
                case 4 -> {
                    wire.skip();
                    implied = "images";
                }
                case 5 -> {
                    tensor = new Tensor(HistogramParser.parse(wire.message()), List.of());
                    implied = "histograms";
                }
                case 6 -> {
                    wire.skip();
                    implied = "audio";
                }
                case 8 -> tensor = TensorParser.parse(wire.message());
                case 9 -> plugin = pluginName(wire.message());
                default -> wire.skip();
            }
        }
        return new Event.Value(tag, plugin(tag, plugin, implied), tensor.numbers(), tensor.strings());
    }

    private String plugin(String tag, @Nullable String named, String implied) {
        if (named != null) {
            plugins.putIfAbsent(tag, named);
        }
        return plugins.getOrDefault(tag, implied);
    }

    private static long status(Wire wire) {
        return wire.field() == 1 ? wire.integer() : 0;
    }

    /** The name in SummaryMetadata's plugin data; both are fields 1. */
    private static @Nullable String pluginName(Wire metadata) {
        if (!find(metadata)) {
            return null;
        }
        Wire plugin = metadata.message();
        return find(plugin) ? plugin.text() : null;
    }

    /** Goes to the field 1. */
    private static boolean find(Wire message) {
        for (int field = message.field(); field != 0; field = message.field()) {
            if (field == 1) {
                return true;
            }
            message.skip();
        }
        return false;
    }
}
