package org.crease.runlog.events;

import java.util.List;
import java.util.Map;

/**
 * Messages of TensorBoard's hyperparameter plugin: HParamsPluginData in the metadata of an empty tensor. Each run has its own
 * experiment record, as runs of PyTorch do; TensorBoard takes the columns of its table from the first that it finds.
 */
final class Hparams {
    static final String EXPERIMENT = "_hparams_/experiment";
    static final String START = "_hparams_/session_start_info";
    static final String END = "_hparams_/session_end_info";

    private static final int STRING = 1;
    private static final int BOOL = 2;
    private static final int FLOAT64 = 3;

    private Hparams() {}

    /** The columns: settings, then metrics by scalar tag. */
    static Message experiment(Map<String, Object> settings, List<String> metrics, double time) {
        Message experiment = new Message().float64(3, time);
        settings.forEach((name, value) ->
                experiment.message(4, new Message().text(1, name).integer(4, type(value))));
        for (String metric : metrics) {
            experiment.message(5, new Message().message(1, new Message().text(2, metric)));
        }
        return value(EXPERIMENT, new Message().message(2, experiment));
    }

    /** The row. */
    static Message start(Map<String, Object> settings, double time) {
        Message start = new Message();
        settings.forEach(
                (name, value) -> start.message(1, new Message().text(1, name).message(2, setting(value))));
        return value(START, new Message().message(3, start.float64(5, time)));
    }

    static Message end(SessionStatus status, double time) {
        return value(
                END,
                new Message()
                        .message(4, new Message().integer(1, status.number()).float64(2, time)));
    }

    private static Message value(String tag, Message data) {
        Message plugin = new Message().text(1, "hparams").message(2, data);
        return new Message()
                .text(1, tag)
                .message(8, Tensors.float32(new byte[0], 0))
                .message(9, new Message().message(1, plugin).integer(4, Plugin.TENSOR));
    }

    private static int type(Object value) {
        return value instanceof Boolean ? BOOL : value instanceof Number ? FLOAT64 : STRING;
    }

    /** A google.protobuf.Value. */
    private static Message setting(Object value) {
        if (value instanceof Boolean bool) {
            return new Message().integer(4, bool ? 1 : 0);
        }
        return value instanceof Number number
                ? new Message().float64(2, number.doubleValue())
                : new Message().text(3, value.toString());
    }
}
