/** Representatives: which simplices a bar begins and ends with, and a cocycle, a cycle and a filling that show its class. */
@NullMarked
package org.crease.homology.representative;

import org.jspecify.annotations.NullMarked;
