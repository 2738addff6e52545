/** Tests of the partition. */
@NullMarked
package org.crease.probes.partition;

import org.jspecify.annotations.NullMarked;
