/**
 * What homology a loss of rank alone would leave: that of the network's input with each collapsed region made a point
 * (Beshkov and Einevoll, "A rank decomposition for the topological classification of neural representations",
 * arXiv:2404.19710), beside what each layer has.
 */
@NullMarked
package org.crease.probes.quotient;

import org.jspecify.annotations.NullMarked;
