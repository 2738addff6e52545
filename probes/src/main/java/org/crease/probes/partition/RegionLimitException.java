package org.crease.probes.partition;

/** There are more regions than a partition may have; the message says how many, and where they were reached. */
final class RegionLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegionLimitException(int regions, int limit, String layer, int unit) {
        super("more than " + limit + " regions: " + regions + " were reached at unit " + unit + " of layer " + layer
                + "; choose a smaller window, earlier layers or a larger max-regions");
    }
}
