/** Affine maps of layers in double precision, for probes that follow regions through a network. */
@NullMarked
package org.crease.probes.affine;

import org.jspecify.annotations.NullMarked;
