/** What tests of kernels need of the rank probe's own package. */
@NullMarked
package org.crease.probes.rank;

import org.jspecify.annotations.NullMarked;
