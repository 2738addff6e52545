/**
 * What a device may do in the processor's place, to the same bits: interfaces that a provider on the class path implements,
 * and the choice between the two. Homology itself has no device code.
 */
@NullMarked
package org.crease.homology.kernel;

import org.jspecify.annotations.NullMarked;
