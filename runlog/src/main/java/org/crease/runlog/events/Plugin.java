package org.crease.runlog.events;

import java.util.Locale;

/** TensorBoard's plugins that we write for, with the data class its loader asks for. */
enum Plugin {
    SCALARS(1),
    HISTOGRAMS(2),
    IMAGES(3),
    TEXT(2);

    /** The data class of tensors. */
    static final int TENSOR = 2;

    private final int dataClass;

    Plugin(int dataClass) {
        this.dataClass = dataClass;
    }

    /** A SummaryMetadata message. */
    Message metadata() {
        Message plugin = new Message().text(1, name().toLowerCase(Locale.ROOT));
        return new Message().message(1, plugin).integer(4, dataClass);
    }
}
