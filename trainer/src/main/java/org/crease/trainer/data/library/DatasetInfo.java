package org.crease.trainer.data.library;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest says of a data set.
 *
 * @param name its name in configurations, and of its folder
 * @param title what to call it wherever its results show
 * @param about one sentence
 * @param source where it comes from
 * @param licence under which terms
 * @param format how its files are written
 * @param header for tables: whether the first line names the columns
 * @param scale for tables: what inputs are divided by
 * @param shape of one input: (features) or (channels, height, width)
 * @param classes names of the classes
 * @param files its files
 * @param archive the archive that its mirrors serve, when they do not serve the files themselves
 * @param mirrors addresses of folders, each ending in a slash, in the order to try; empty when it cannot be downloaded
 * @param system the folder where a distribution's package puts it
 */
public record DatasetInfo(
        String name,
        String title,
        String about,
        String source,
        String licence,
        Format format,
        boolean header,
        double scale,
        List<Integer> shape,
        List<String> classes,
        List<DatasetFile> files,
        @Nullable Archive archive,
        List<URI> mirrors,
        @Nullable Path system) {

    public DatasetInfo {
        shape = List.copyOf(shape);
        classes = List.copyOf(classes);
        files = List.copyOf(files);
        mirrors = List.copyOf(mirrors);
    }

    /** How files are written. */
    public enum Format {
        /** MNIST's. */
        IDX,
        /** CIFAR-10's records, the binary version. */
        CIFAR,
        /** A table of numbers, the class in the last column. */
        CSV
    }

    /**
     * A tar archive, compressed by gzip.
     *
     * @param folder of the files in it
     * @param bytes its size
     * @param sha256 of the archive as it is served
     */
    public record Archive(String name, String folder, long bytes, String sha256) {}

    /** Numbers in one input. */
    int width() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
