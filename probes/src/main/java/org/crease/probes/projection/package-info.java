/** Each layer's point cloud in two or three coordinates, to be looked at. */
@NullMarked
package org.crease.probes.projection;

import org.jspecify.annotations.NullMarked;
