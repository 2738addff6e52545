/**
 * Where a network is trained: looks at the machine's graphics cards before ND4J is loaded, decides, and loads ND4J's backend
 * of that decision.
 */
@NullMarked
package org.crease.trainer.device;

import org.jspecify.annotations.NullMarked;
