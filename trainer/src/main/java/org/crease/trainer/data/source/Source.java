package org.crease.trainer.data.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body of data as it was read or made.
 *
 * @param name what to call it wherever its results show
 * @param key the configuration's key that asked for it, for messages
 * @param shape of one input: (features) or (channels, height, width)
 * @param train its samples; all of them when there is no test split
 * @param test the samples held out for testing by the data's makers, if they did
 * @param classNames name of each class; empty when there are none
 * @param noClasses why there are no classes, for messages: a clause after the name, such as "has no parts"
 * @param function whether the values are a test function's
 * @param truth the Betti numbers that theory gives
 * @param checksums SHA-256 of each file's uncompressed bytes, by file name
 * @param notes what a reader of the results must know, each a short phrase
 */
public record Source(
        String name,
        String key,
        long[] shape,
        Samples train,
        @Nullable Samples test,
        List<String> classNames,
        String noClasses,
        boolean function,
        @Nullable Truth truth,
        Map<String, String> checksums,
        List<String> notes) {

    public Source {
        classNames = List.copyOf(classNames);
        checksums = Collections.unmodifiableMap(new LinkedHashMap<>(checksums));
        notes = List.copyOf(notes);
    }
}
