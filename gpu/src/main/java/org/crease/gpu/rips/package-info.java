/** Distances, neighbours, spanning trees and Vietoris-Rips filtrations on a device. */
@NullMarked
package org.crease.gpu.rips;

import org.jspecify.annotations.NullMarked;
