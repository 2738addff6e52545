package org.crease.trainer.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.trainer.data.source.Truth;
import org.jspecify.annotations.Nullable;

/**
 * A data set and a target, ready to be learnt. Twins, tasks whose configurations differ in the target alone, have the same
 * inputs in the same order in both splits.
 *
 * @param name what to call the data wherever its results show
 * @param train what is learnt from
 * @param test what is held out
 * @param inputShape shape of one input: (features) or (channels, height, width)
 * @param kind what the targets are
 * @param outputs number of classes or of numbers
 * @param continuous whether the target is a regression; classes and levels are not
 * @param outputNames name of each class or number; empty for an autoencoder
 * @param classNames name of each class that the data gives its inputs, whatever the target is; empty when there are none
 * @param truth the Betti numbers that theory gives the data's shape
 * @param checksums SHA-256 of the uncompressed bytes of each file that was read, by file name
 * @param notes what a reader of the results must know, each a short phrase
 */
public record Task(
        String name,
        Split train,
        Split test,
        long[] inputShape,
        Kind kind,
        int outputs,
        boolean continuous,
        List<String> outputNames,
        List<String> classNames,
        @Nullable Truth truth,
        Map<String, String> checksums,
        List<String> notes) {

    public Task {
        outputNames = List.copyOf(outputNames);
        classNames = List.copyOf(classNames);
        checksums = Collections.unmodifiableMap(new LinkedHashMap<>(checksums));
        notes = List.copyOf(notes);
    }

    /** What targets are. */
    public enum Kind {
        /** One of several classes. */
        CLASSES,
        /** One or several numbers. */
        NUMBERS
    }
}
