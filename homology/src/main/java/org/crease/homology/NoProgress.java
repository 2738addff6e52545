package org.crease.homology;

/** Nobody is told. */
enum NoProgress implements Progress {
    INSTANCE;

    @Override
    public void at(double fraction, String doing) {}
}
